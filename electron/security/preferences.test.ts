import { describe, expect, it } from 'vitest';
import { lockedPreferences } from './preferences.ts';

describe('preferences of a page', () => {
  it('have no developer tools in an installed application', () => {
    expect(lockedPreferences(true).devTools).toBe(false);
    expect(lockedPreferences(false).devTools).toBe(true);
  });
});
