import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { Consent } from '#shared/contract/identity.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import type { ErrorShape } from '#shared/domain/errors.ts';
import type { Tokens } from './authorization-server.ts';

/** A consent as it is stored. Instants are epoch milliseconds. */
export interface ConsentRow {
  readonly id: string;
  readonly enterprise_number: EnterpriseNumber;
  readonly kind: Consent['kind'];
  readonly state: Consent['state'];
  readonly created_at: number;
  readonly granted_at: number | null;
  readonly url: string | null;
  readonly error: string | null;
  readonly access_token: string | null;
  readonly access_expires_at: number | null;
  readonly refresh_token: string | null;
  readonly refresh_expires_at: number | null;
}

type Id = { readonly id: string };
type TokenParams = {
  readonly id: string;
  readonly access: string;
  readonly accessExpiresAt: number;
  readonly refresh: string;
  readonly refreshExpiresAt: number;
};

const all = query<ConsentRow>('consent.all', 'SELECT * FROM consent ORDER BY enterprise_number, created_at');
const byId = query<ConsentRow, Id>('consent.byId', 'SELECT * FROM consent WHERE id = @id');
const activeOf = query<ConsentRow, { ecb: string }>(
  'consent.activeOf',
  "SELECT * FROM consent WHERE enterprise_number = @ecb AND state IN ('active', 'expired') ORDER BY state = 'active' DESC, kind = 'firm' DESC, granted_at DESC LIMIT 1",
);
const insert = command<{ id: string; ecb: string; kind: string; now: number }>(
  'consent.insert',
  "INSERT INTO consent (id, enterprise_number, kind, state, created_at) VALUES (@id, @ecb, @kind, 'pending', @now)",
);
const setUrl = command<{ id: string; url: string }>(
  'consent.setUrl',
  'UPDATE consent SET url = @url, version = version + 1 WHERE id = @id',
);
/** Earlier attempts for the same enterprise say nothing any more; a working consent stays until the new one has succeeded. */
const dropAttempts = command<{ ecb: string; kind: string }>(
  'consent.dropAttempts',
  "DELETE FROM consent WHERE enterprise_number = @ecb AND kind = @kind AND state IN ('failed', 'pending')",
);
const dropOthers = command<{ id: string; ecb: string; kind: string }>(
  'consent.dropOthers',
  'DELETE FROM consent WHERE enterprise_number = @ecb AND kind = @kind AND id <> @id',
);
const activate = command<{ id: string; now: number; subject: string }>(
  'consent.activate',
  "UPDATE consent SET state = 'active', granted_at = @now, subject_hash = @subject, url = NULL, error = NULL, version = version + 1 WHERE id = @id",
);
const setTokens = command<TokenParams>(
  'consent.setTokens',
  `UPDATE consent SET access_token = @access, access_expires_at = @accessExpiresAt, refresh_token = @refresh,
   refresh_expires_at = @refreshExpiresAt, version = version + 1 WHERE id = @id`,
);
const end = command<{ id: string; state: string; error: string }>(
  'consent.end',
  `UPDATE consent SET state = @state, error = @error, url = NULL, access_token = NULL, refresh_token = NULL, version = version + 1
   WHERE id = @id`,
);
const dropAccess = command<{ token: string }>('consent.dropAccess', 'UPDATE consent SET access_expires_at = 0 WHERE access_token = @token');
const remove = command<Id>('consent.remove', 'DELETE FROM consent WHERE id = @id');

const tokenParams = (id: string, tokens: Tokens): TokenParams => ({
  id,
  access: tokens.accessToken,
  accessExpiresAt: tokens.accessExpiresAt,
  refresh: tokens.refreshToken,
  refreshExpiresAt: tokens.refreshExpiresAt,
});

export const consentRows = {
  all: (db: Reader): readonly ConsentRow[] => db.all(all),
  byId: (db: Reader, id: string): ConsentRow | undefined => db.get(byId, { id }),
  /** The consent to use for an enterprise: the active one, else the one that expired last. */
  bestOf: (db: Reader, ecb: EnterpriseNumber): ConsentRow | undefined => db.get(activeOf, { ecb }),
  begin(tx: Writer, row: { id: string; ecb: EnterpriseNumber; kind: Consent['kind']; now: number }): void {
    tx.run(dropAttempts, { ecb: row.ecb, kind: row.kind });
    tx.run(insert, row);
  },
  setUrl: (tx: Writer, id: string, url: string): number => tx.run(setUrl, { id, url }),
  /** @returns `false` when the attempt was given up or forgotten meanwhile */
  grant(
    tx: Writer,
    row: { id: string; ecb: EnterpriseNumber; kind: Consent['kind']; now: number; subject: string },
    tokens: Tokens,
  ): boolean {
    if (tx.run(activate, { id: row.id, now: row.now, subject: row.subject }) === 0) return false;
    tx.run(setTokens, tokenParams(row.id, tokens));
    tx.run(dropOthers, { id: row.id, ecb: row.ecb, kind: row.kind });
    return true;
  },
  saveTokens: (tx: Writer, id: string, tokens: Tokens): number => tx.run(setTokens, tokenParams(id, tokens)),
  end: (tx: Writer, id: string, state: 'expired' | 'failed', error: ErrorShape): number =>
    tx.run(end, { id, state, error: JSON.stringify(error) }),
  dropAccess: (tx: Writer, token: string): number => tx.run(dropAccess, { token }),
  remove: (tx: Writer, id: string): number => tx.run(remove, { id }),
};
