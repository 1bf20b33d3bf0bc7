import { describe, expect, it } from 'vitest';
import { initialsOf } from '#shared/domain/initials.ts';
import { isUnnamed, roleName } from './user-name.ts';

describe('names of users', () => {
  it('have initials', () => {
    expect(['Marie Dupont', 'Jan van den Berg', 'associé', 'Éva', ' '].map(initialsOf)).toEqual(['MD', 'JVD', 'AS', 'ÉV', '']);
  });
  it('are the word of the role until a person gives one', () => {
    expect(roleName('partner', 'nl')).toBe('Vennoot');
    expect(isUnnamed({ name: 'U1', initials: 'U1', role: 'partner' })).toBe(true);
    expect(isUnnamed({ name: 'Vennoot', initials: 'VE', role: 'partner' })).toBe(true);
    expect(isUnnamed({ name: 'Marie Dupont', initials: 'MD', role: 'partner' })).toBe(false);
  });
});
