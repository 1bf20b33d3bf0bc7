import { describe, expect, it } from 'vitest';
import type { Consent } from '#shared/contract/identity.ts';
import { parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { connectionsOf, endsSoon } from './consent-state.ts';

const consent = (id: string, state: Consent['state'], enterpriseNumber = '0100000169'): Consent => ({
  ...{ id, state, enterpriseNumber: parseEnterpriseNumber(enterpriseNumber)!, kind: 'firm' },
  ...{ expiresAt: null, grantedAt: null, url: null, error: null },
});
const shown = (...consents: Consent[]) => connectionsOf(consents).map(({ consent: lead, attempt }) => [lead.id, attempt?.id ?? null]);

describe('a consent', () => {
  it('is warned about two days before its end, while it is in force', () => {
    const until = (expiresAt: string | null, state: Consent['state'] = 'active') => endsSoon({ state, expiresAt }, localDate('2026-11-23'));
    expect(until('2026-11-25T20:00:00Z')).toBe(true);
    expect(until('2026-11-26T08:00:00Z')).toBe(false);
    expect([until(null), until('2026-11-24T08:00:00Z', 'expired')]).toEqual([false, false]);
  });
});

describe('connections', () => {
  it('show a renewal within what it renews', () => {
    expect(shown(consent('a', 'active'), consent('b', 'failed'))).toEqual([['a', 'b']]);
    expect(shown(consent('b', 'pending'), consent('a', 'active'))).toEqual([['a', 'b']]);
  });
  it('stand alone otherwise', () => {
    expect(shown(consent('a', 'expired'), consent('b', 'pending'), consent('c', 'failed', '0100000268'))).toEqual([
      ['b', null],
      ['c', null],
    ]);
  });
});
