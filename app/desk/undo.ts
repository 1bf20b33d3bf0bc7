import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Context } from '#app/core/context.ts';
import { command, query, type Writer } from '#app/platform/db/index.ts';
import type { Topic } from '#shared/contract/events.ts';
import { GuichetError } from '#shared/domain/errors.ts';

/** Kinds of changes that can be taken back; each is registered by the topic that makes it. */
export type UndoKind = 'desk' | 'fact' | 'label' | 'client';

/** What taking back did. `left`: changed again meanwhile, and therefore left as it is. */
export interface Restored {
  readonly restored: number;
  readonly left: number;
  /** Announced after the commit. */
  readonly topics: readonly Topic[];
}

/** @param before the text given to {@link Undo.keep} */
export type Restore = (tx: Writer, before: string) => Restored;

export interface Undo {
  /** What a kind does to take a change back, in one transaction. Each kind is registered once, while the core is built. */
  register(kind: UndoKind, restore: Restore): void;
  /** Keeps what was, in the transaction of the change. @param before JSON as a rule; only the kind's own restorer reads it @returns the undo's id */
  keep(tx: Writer, kind: UndoKind, before: string): string;
  /** @throws GuichetError `desk.undoGone` when it was taken back already or too long ago */
  undo(id: string): { restored: number; left: number };
}

const KEPT_MS = 24 * 3_600_000;
const KEPT = 200;

const insert = command<{ id: string; at: number; userId: string; kind: string; before: Uint8Array }>(
  'undo.keep',
  'INSERT INTO desk_undo (id, at, user_id, kind, before) VALUES (@id, @at, @userId, @kind, @before)',
);
const byId = query<{ kind: UndoKind; before: Uint8Array }, { id: string }>(
  'undo.byId',
  'SELECT kind, before FROM desk_undo WHERE id = @id',
);
const remove = command<{ id: string }>('undo.remove', 'DELETE FROM desk_undo WHERE id = @id');
const prune = command<{ since: number; kept: number }>(
  'undo.prune',
  'DELETE FROM desk_undo WHERE at < @since OR seq <= (SELECT max(seq) FROM desk_undo) - @kept',
);

export function createUndo({ db, id, now, users, audit, events }: Context): Undo {
  const restorers = new Map<UndoKind, Restore>();
  return {
    register: (kind, restore) => {
      if (restorers.has(kind)) throw new Error(`registered twice: ${kind}`);
      restorers.set(kind, restore);
    },
    keep: (tx, kind, before) => {
      const undoId = id();
      // The fastest level: what repeats, repeats at once.
      const packed = deflateRawSync(Buffer.from(before, 'utf8'), { level: 1 });
      tx.run(insert, { id: undoId, at: now(), userId: users.current().id, kind, before: packed });
      tx.run(prune, { since: now() - KEPT_MS, kept: KEPT });
      return undoId;
    },
    undo: (undoId) => {
      const { restored, left, topics } = db.write((tx) => {
        const kept = tx.get(byId, { id: undoId });
        const restore = kept && restorers.get(kept.kind);
        if (!kept || !restore) throw new GuichetError('desk.undoGone');
        const result = restore(tx, inflateRawSync(kept.before).toString('utf8'));
        tx.run(remove, { id: undoId });
        const params = { what: kept.kind, restored: result.restored, left: result.left };
        audit.append(tx, { kind: 'desk.undone', userId: users.current().id, params, shown: true });
        return result;
      });
      for (const topic of new Set<Topic>([...topics, 'desk', 'activity'])) events.publish(topic);
      return { restored, left };
    },
  };
}
