import type { Context } from '#app/core/context.ts';
import type { Writer } from '#app/platform/db/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { type FilingEvent, type FilingState, transition } from '#shared/vat/filing-states.ts';
import { clientDirectory, type FilingClient } from './client-directory.ts';
import { evidence } from './evidence.ts';
import { type Guarded, type ReturnRow, returns } from './return-repository.ts';

/** A return and its client, as every use-case starts. */
export interface Case {
  readonly row: ReturnRow;
  readonly client: FilingClient;
}

export interface Step {
  readonly event: string;
  readonly correlationId?: string;
  readonly status?: number | null;
  readonly sha256?: string | null;
  readonly reason?: string | null;
  /** `null`: the program itself. */
  readonly userId?: string | null;
}

/** Tools common to the use-cases of filing. */
export interface Desk {
  /** @throws GuichetError `vat.unknown_return` */
  find(id: string): Case;
  /** @throws GuichetError `vat.unknown_return`, `vat.conflict` when the return changed since `version` was seen, `vat.discarded` */
  findAt(id: string, version: number): Case;
  /** @throws GuichetError `vat.not_now` when the event cannot happen in this state */
  next(row: ReturnRow, event: FilingEvent): FilingState;
  /** Guards a change by the version seen. */
  guard(row: ReturnRow): Guarded;
  /** @throws GuichetError `vat.conflict` for a change that met no row */
  changed(count: number): void;
  /** Notes what happened, as evidence and for the trail, in the same transaction. */
  note(tx: Writer, row: Pick<ReturnRow, 'id' | 'clientId' | 'periodKey'>, step: Step): void;
  announce(clientId: string): void;
}

/** Steps people see in Activity. */
const SHOWN = new Set([
  ...['approve', 'send', 'accept', 'refuse', 'lose', 'receipt', 'release', 'notSent'],
  ...['queue', 'unqueue', 'unreached', 'altered', 'maybeFiled', 'differs', 'portal', 'signOff'],
  ...['again', 'discard', 'restore', 'elsewhere'],
]);

export function createDesk(context: Context): Desk {
  const { db, audit, users, events } = context;

  const find = (id: string): Case => {
    const row = returns.byId(db, id);
    const client = row && clientDirectory.byId(db, row.clientId);
    if (!row || !client) throw new GuichetError('vat.unknown_return');
    return { row, client };
  };

  const changed = (count: number): void => {
    if (count !== 1) throw new GuichetError('vat.conflict', { action: 'retry', retryable: true });
  };

  return {
    find,
    findAt: (id, version) => {
      const found = find(id);
      changed(found.row.version === version ? 1 : 0);
      if (found.row.discarded !== null) throw new GuichetError('vat.discarded');
      return found;
    },
    next: (row, event) => {
      const state = transition(row.state, event);
      if (state === null) throw new GuichetError('vat.not_now', { params: { state: row.state, event } });
      return state;
    },
    guard: (row) => ({ id: row.id, version: row.version, now: context.now(), userId: users.current().id }),
    changed,
    note: (tx, row, { event, correlationId, status, sha256, reason, userId }) => {
      const who = userId === undefined ? users.current().id : userId;
      evidence.append(tx, {
        id: context.id(),
        returnId: row.id,
        at: context.now(),
        event,
        userId: who,
        correlationId: correlationId ?? null,
        status: status ?? null,
        sha256: sha256 ?? null,
        reason: reason ?? null,
      });
      audit.append(tx, {
        kind: `filing.${event}`,
        userId: who,
        clientId: row.clientId,
        subjectId: row.id,
        correlationId: correlationId ?? null,
        status: status ?? null,
        params: { period: row.periodKey },
        shown: SHOWN.has(event),
      });
    },
    announce: (clientId) => {
      events.publish('vat', clientId);
      events.publish('activity', clientId);
      events.publish('status');
    },
  };
}
