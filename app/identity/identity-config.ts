import type { LocalDate } from '#shared/domain/local-date.ts';

/** Scopes of the two APIs; `openid profile` give the ID token (SPF Finances, consent of the legal representative). */
export const SCOPES = 'openid profile documents-read-api vat-manage-api';

/** Realm path discovery announces, and the short path whose keys only partly overlap with it. Relative to the issuer. */
export const JWKS_PATHS = ['/realms/root/realms/externalapi/connect/jwk_uri', '/connect/jwk_uri'] as const;

export const ISSUER_PATH = '/sso/oauth2';

/** Lifetimes of the authorization server, in seconds. Observed by integrators; the official document wins the day it is at hand. */
export interface Lifetimes {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly source: string;
  /** A refresh token dies when unused for this long; one integrator assumes 4 hours. */
  readonly refreshToken: number;
  /** How long our assertion is valid; SPF refuses more than 30 minutes. */
  readonly assertion: number;
  /** Taken when the token answer does not say `expires_in`. */
  readonly accessToken: number;
}

export const LIFETIMES: readonly Lifetimes[] = [
  {
    from: '2025-01-01' as LocalDate,
    until: null,
    source: 'Integrators of the SPF Finances API, 2025-2026',
    refreshToken: 7 * 86_400,
    assertion: 5 * 60,
    accessToken: 5 * 60,
  },
];

/** @throws RangeError when no row covers the day, a fault of the table */
export function lifetimesOn(day: LocalDate): Lifetimes {
  const row = LIFETIMES.findLast((entry) => entry.from <= day && (entry.until === null || day <= entry.until)) ?? LIFETIMES[0];
  if (!row) throw new RangeError(`no lifetimes on ${day}`);
  return row;
}

/** An access token this close to its end is not used any more. */
export const ACCESS_MARGIN_MS = 30_000;
/** How long a person may take on the consent page before the attempt is given up. */
export const CONSENT_PATIENCE_MS = 10 * 60_000;
/** Longest a token exchange or discovery may take. */
export const TOKEN_TIMEOUT_MS = 15_000;
/** A refresh is over well within this time; a process that died while refreshing blocks the others no longer. */
export const REFRESH_LEASE_MS = 45_000;
