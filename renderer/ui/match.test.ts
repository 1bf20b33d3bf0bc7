import { describe, expect, it } from 'vitest';
import { matches } from './match.ts';

describe('matching', () => {
  it('forgives accents, case and order', () => {
    expect(matches('Boulangerie Hélène SRL 0100.000.268', 'helene boul')).toBe(true);
    expect(matches('Boulangerie Hélène SRL', '0100')).toBe(false);
    expect(matches('anything', '')).toBe(true);
  });
});
