import type { Clock, Timers } from '#app/core/ports.ts';
import type { AccessTokens, ActiveConsent } from '#app/core/tokens.ts';
import type { Database } from '#app/platform/db/index.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { type ErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import { type ConsentRow, consentRows } from './consent-repository.ts';
import { ACCESS_MARGIN_MS, lifetimesOn, REFRESH_LEASE_MS } from './identity-config.ts';
import type { Leases } from './lease.ts';

/** How often a process looks whether another one has finished refreshing. */
const WAIT_MS = 100;

export interface TokenStoreOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly leases: Leases;
  server(): Promise<AuthorizationServer>;
  /** A consent came to its end: a person must consent again. */
  onExpired(consent: ConsentRow): void;
}

const usable = (row: ConsentRow, now: number): boolean =>
  row.access_token !== null && row.access_expires_at !== null && row.access_expires_at - ACCESS_MARGIN_MS > now;

/** A refresh token has its end, unless it is used before. */
export const isSpent = (row: ConsentRow, now: number): boolean => row.refresh_expires_at !== null && row.refresh_expires_at <= now;

function expiredError(today: LocalDate): GuichetError {
  return new GuichetError('identity.expired', { action: 'connect', params: { days: lifetimesOn(today).refreshToken / 86_400 } });
}

/**
 * Access tokens out of the stored consents. One refresh at a time per consent, in this process and among the processes of the profile;
 * the new refresh token is committed before the answer is used, so a crash costs at most one new consent.
 */
export function createTokenStore(options: TokenStoreOptions): AccessTokens {
  const { db, clock, timers, leases } = options;
  const flights = new Map<string, Promise<string>>();

  const pause = (): Promise<void> => new Promise((resolve) => timers.after(WAIT_MS, resolve));

  const expire = (row: ConsentRow, error: ErrorShape): void => {
    db.write((tx) => consentRows.end(tx, row.id, 'expired', error));
    options.onExpired(row);
  };

  const current = (id: string): ConsentRow => {
    const row = consentRows.byId(db, id);
    if (!row) throw new GuichetError('identity.not_connected', { action: 'connect' });
    if (row.state !== 'active') throw expiredError(brusselsDate(clock.now()));
    return row;
  };

  const refresh = async (row: ConsentRow): Promise<string> => {
    const server = await options.server();
    try {
      const tokens = await server.refresh(row.refresh_token ?? '');
      db.write((tx) => consentRows.saveTokens(tx, row.id, tokens));
      return tokens.accessToken;
    } catch (error) {
      if (!(error instanceof GuichetError) || error.code !== 'identity.invalid_grant') throw error;
      // Only the server ends a consent: a wrong clock here must not. Why it ended, our own clock may tell.
      const reason = isSpent(row, clock.now()) ? expiredError(brusselsDate(clock.now())) : error;
      expire(row, toErrorShape(reason));
      throw reason;
    }
  };

  /** The token of the row as it is now, refreshing it when it is our turn. `null`: somebody else is refreshing. */
  const attempt = async (id: string): Promise<string | null> => {
    const before = current(id);
    if (usable(before, clock.now())) return before.access_token;
    const lease = `refresh:${id}`;
    if (!leases.take(lease, REFRESH_LEASE_MS)) return null;
    try {
      // Between the look and the lease another process may have finished its refresh; its refresh token is the only good one.
      const row = current(id);
      return usable(row, clock.now()) ? row.access_token : await refresh(row);
    } finally {
      leases.release(lease);
    }
  };

  const obtain = async (id: string): Promise<string> => {
    for (let waited = 0; waited <= REFRESH_LEASE_MS; waited += WAIT_MS) {
      const token = await attempt(id);
      if (token !== null) return token;
      await pause();
    }
    throw new GuichetError('identity.busy', { action: 'retry', retryable: true });
  };

  const singleFlight = (id: string): Promise<string> => {
    const flight = flights.get(id) ?? obtain(id).finally(() => flights.delete(id));
    flights.set(id, flight);
    return flight;
  };

  return {
    async forEnterprise(enterprise: EnterpriseNumber) {
      const row = consentRows.bestOf(db, enterprise);
      if (!row) throw new GuichetError('identity.not_connected', { action: 'connect' });
      return { token: await singleFlight(row.id), enterprise };
    },
    invalidate(token) {
      db.write((tx) => consentRows.dropAccess(tx, token));
    },
    active: async (): Promise<readonly ActiveConsent[]> =>
      consentRows
        .all(db)
        .filter((row) => row.state === 'active')
        .map((row) => ({ enterprise: row.enterprise_number, kind: row.kind })),
  };
}
