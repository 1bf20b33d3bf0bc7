import type { Context } from '#app/core/context.ts';
import type { Consent } from '#shared/contract/identity.ts';
import { formatEnterpriseNumber, parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { type ErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { type Attempt, beginAttempt } from './attempt.ts';
import type { AuthorizationServer, Grant } from './authorization-server.ts';
import { type ConsentRow, consentRows } from './consent-repository.ts';
import { CONSENT_PATIENCE_MS } from './identity-config.ts';
import { subjectHash } from './subject-hash.ts';
import { isSpent } from './token-store.ts';

export interface Consents {
  list(): readonly Consent[];
  get(id: string): Consent;
  begin(ecb: string, kind: Consent['kind']): Promise<Consent>;
  renew(id: string): Promise<Consent>;
  cancel(id: string): Promise<void>;
  forget(id: string): void;
  forgetAll(): void;
  /** Gives up every attempt under way. */
  stop(): Promise<void>;
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const timeout = (): GuichetError =>
  new GuichetError('identity.timeout', { action: 'connect', params: { minutes: CONSENT_PATIENCE_MS / 60_000 } });

/** A row as people see it; what only time has changed is derived here, not stored. */
function toConsent(row: ConsentRow, now: number): Consent {
  // The process that waited for this answer may be gone; the row alone says that nobody waits any more.
  const abandoned = row.state === 'pending' && row.created_at + 2 * CONSENT_PATIENCE_MS < now;
  const state = abandoned ? 'failed' : row.state === 'active' && isSpent(row, now) ? 'expired' : row.state;
  const stored = row.error === null ? null : (JSON.parse(row.error) as Consent['error']);
  return {
    id: row.id,
    enterpriseNumber: row.enterprise_number,
    kind: row.kind,
    state,
    expiresAt: instant(row.refresh_expires_at),
    grantedAt: instant(row.granted_at),
    url: state === 'pending' ? row.url : null,
    error: abandoned ? (toErrorShape(timeout()) as Consent['error']) : stored,
  };
}

export function createConsents(context: Context, server: () => Promise<AuthorizationServer>): Consents {
  const { db, audit, events, ports } = context;
  const attempts = new Map<string, Attempt>();
  const settling = new Set<Promise<void>>();
  const subjectKey = context.keys.derive('identity/subject');

  const view = (id: string): Consent => {
    const row = consentRows.byId(db, id);
    if (!row) throw new GuichetError('identity.unknown_consent');
    return toConsent(row, context.now());
  };

  const granted = (row: ConsentRow, grant: Grant): void => {
    const { id, kind } = row;
    const ecb = row.enterprise_number;
    db.write((tx) => {
      const subject = subjectHash(grant.subject, subjectKey);
      if (!consentRows.grant(tx, { id, ecb, kind, now: grant.issuedAt, subject }, grant)) return;
      audit.append(tx, { kind: 'consent.granted', userId: context.users.current().id, subjectId: id, params: { ecb }, shown: true });
    });
  };

  const failed = (row: ConsentRow, shape: ErrorShape): void => {
    // Who may consent depends on the enterprise, so the explanation names it.
    const params = { ...shape.params, ecb: formatEnterpriseNumber(row.enterprise_number) };
    const error = shape.code === 'identity.invalid_scope' ? { ...shape, params } : shape;
    db.write((tx) => {
      consentRows.end(tx, row.id, 'failed', error);
      const params = { ecb: row.enterprise_number, code: error.code };
      audit.append(tx, { kind: 'consent.failed', userId: context.users.current().id, subjectId: row.id, params, shown: true });
    });
  };

  const settle = async (row: ConsentRow, attempt: Attempt): Promise<void> => {
    try {
      granted(row, await attempt.outcome);
    } catch (error) {
      failed(row, toErrorShape(error));
    } finally {
      attempts.delete(row.id);
      events.publish('identity');
    }
  };

  const pendingRow = (ecb: ConsentRow['enterprise_number'], kind: Consent['kind']): ConsentRow => {
    for (const other of consentRows.all(db)) {
      if (other.enterprise_number === ecb && other.kind === kind) attempts.get(other.id)?.cancel(new GuichetError('identity.cancelled'));
    }
    const id = context.id();
    db.write((tx) => {
      consentRows.begin(tx, { id, ecb, kind, now: context.now() });
      audit.append(tx, { kind: 'consent.begun', userId: context.users.current().id, subjectId: id, params: { ecb } });
    });
    return consentRows.byId(db, id)!;
  };

  const begin: Consents['begin'] = async (text, kind) => {
    const ecb = parseEnterpriseNumber(text);
    if (!ecb) throw new GuichetError('identity.bad_ecb', { params: { text: text.slice(0, 20) } });
    const row = pendingRow(ecb, kind);
    try {
      const locale = context.settings.get().locale;
      const { random, timers } = ports;
      const attempt = await beginAttempt({ id: row.id, ecb, kind, locale, random, timers, server });
      attempts.set(row.id, attempt);
      db.write((tx) => consentRows.setUrl(tx, row.id, attempt.url));
      const settled = settle(row, attempt).finally(() => settling.delete(settled));
      settling.add(settled);
    } catch (error) {
      failed(row, toErrorShape(error));
      throw error;
    } finally {
      events.publish('identity');
    }
    return view(row.id);
  };

  const forget = (id: string): void => {
    attempts.get(id)?.cancel(new GuichetError('identity.cancelled'));
    const row = consentRows.byId(db, id);
    if (!row) return;
    db.write((tx) => {
      consentRows.remove(tx, id);
      const params = { ecb: row.enterprise_number };
      audit.append(tx, { kind: 'consent.forgotten', userId: context.users.current().id, subjectId: id, params, shown: true });
    });
    events.publish('identity');
  };

  return {
    list: () => consentRows.all(db).map((row) => toConsent(row, context.now())),
    get: view,

    begin,

    renew: (id) => {
      const { enterpriseNumber, kind } = view(id);
      return begin(enterpriseNumber, kind);
    },

    async cancel(id) {
      const attempt = attempts.get(id);
      attempt?.cancel(new GuichetError('identity.cancelled'));
      await attempt?.outcome.catch(() => undefined);
      const row = consentRows.byId(db, id);
      if (row?.state === 'pending') failed(row, toErrorShape(new GuichetError('identity.cancelled')));
      events.publish('identity');
    },

    forget,

    forgetAll() {
      for (const { id } of consentRows.all(db)) forget(id);
    },

    async stop() {
      for (const attempt of attempts.values()) attempt.cancel(new GuichetError('identity.cancelled'));
      await Promise.all(settling);
    },
  };
}
