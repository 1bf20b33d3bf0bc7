import { z } from 'zod';
import type { Context } from '#app/core/context.ts';
import { type AuditFault, type AuditStatus, zAuditFault } from '#shared/contract/audit.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import { seal } from './chain.ts';
import { brusselsMidnight } from './midnight.ts';
import { prune } from './prune.ts';
import { firstKeptDay, retentionOn } from './retention-rules.ts';
import { lastAnchor, putAnchor, span } from './rows.ts';
import { walkChain } from './walk.ts';

/** Rows looked at in one go, a few milliseconds; then other work has its turn. */
const SLICE = 2_000;
const BREATH_MS = 5;
const FIRST_MS = 90_000;
const LOOK_AGAIN_MS = 3_600_000;
const DUE_MS = 20 * 3_600_000;
const NOTE = 'audit.verification';

const zNote = z.object({ at: z.number(), faults: z.array(zAuditFault) });
type Note = z.infer<typeof zNote>;

export interface AuditKeeper {
  status(): AuditStatus;
  /** The whole chain, in slices; one walk at a time. */
  verify(): Promise<AuditStatus>;
  /** Verifies and prunes by itself from now on: soon after the start, then daily. */
  watch(): void;
  close(): Promise<void>;
}

export function createAuditKeeper(context: Context): AuditKeeper {
  const { db, audit, keys, settings, ports, events, users, now, today } = context;
  const key = keys.derive('audit');
  let running: Promise<void> | null = null;
  let done = 0;
  let closing = false;
  let stopWatch = (): void => {};

  const note = (): Note | null => {
    const read = zNote.safeParse(JSON.parse(settings.note(db, NOTE) ?? 'null'));
    return read.success ? read.data : null;
  };
  const breath = (): Promise<void> => new Promise((resolve) => void ports.timers.after(BREATH_MS, resolve));

  const settle = (faults: readonly AuditFault[], last: { readonly seq: number; readonly hash: Uint8Array }, by: string | null): void =>
    db.write((tx) => {
      const at = now();
      const isDue = Math.abs(at - (tx.get(lastAnchor, { kind: 'verified' })?.at ?? 0)) >= DUE_MS;
      if (faults.length === 0 && last.seq > 0 && isDue) {
        const anchor = { seq: last.seq, hash: last.hash, at, entries: done };
        tx.run(putAnchor, { kind: 'verified', ...anchor, mac: seal(key, 'verified', anchor) });
      }
      settings.setNote(tx, NOTE, JSON.stringify({ at, faults: [...faults] } satisfies Note));
      const params = { entries: done, faults: faults.length };
      audit.append(tx, { kind: 'audit.verified', userId: by, params, shown: by !== null || faults.length > 0 });
    });

  const walk = async (by: string | null): Promise<void> => {
    done = 0;
    events.publish('activity');
    const chain = db.write((tx) => walkChain(tx, key));
    // In a transaction, so that no other process writes between the last row and the seal.
    while (!db.write((tx) => chain.step(tx, SLICE))) {
      done = chain.seen;
      await breath();
      if (closing) return;
    }
    done = chain.seen;
    const { last, faults } = chain.result();
    if (faults.length > 0) ports.log.write('error', 'audit.broken', { count: faults.length, kind: faults[0]!.kind });
    settle(faults, last, by);
  };

  const begin = (by: string | null): Promise<void> => {
    running ??= walk(by).finally(() => {
      running = null;
      if (!closing) events.publish('activity');
    });
    return running;
  };

  /** A machine whose clock is years ahead must not take the trail for old: SPF has told the time, and it is ours. */
  const isTimeSure = (): boolean => {
    const { serverClock, config } = context;
    return serverClock.seen() && (config.environment === 'sandbox' || Math.abs(serverClock.skewMs()) < DUE_MS);
  };

  const daily = async (): Promise<void> => {
    const last = note();
    if (last && Math.abs(now() - last.at) < DUE_MS) return;
    await begin(null);
    // What was tampered with is evidence: it stays.
    if (!closing && isTimeSure() && note()?.faults.length === 0) prune(db, audit, key, brusselsMidnight(firstKeptDay(today())));
  };

  const watchAfter = (ms: number): void => {
    stopWatch = ports.timers.after(ms, () => {
      daily()
        .catch((error: unknown) => ports.log.write('warn', 'audit.notVerified', { code: toErrorShape(error).code }))
        .finally(() => {
          if (!closing) watchAfter(LOOK_AGAIN_MS);
        });
    });
  };

  const status = (): AuditStatus => {
    const { entries, firstAt, lastAt } = db.get(span)!;
    const iso = (at: number | null | undefined): string | null => (at == null ? null : new Date(at).toISOString());
    const last = note();
    return {
      entries,
      firstAt: iso(firstAt),
      lastAt: iso(lastAt),
      prunedUntil: iso(db.get(lastAnchor, { kind: 'pruned' })?.at),
      keptMonths: retentionOn(today()).keptMonths,
      verification: { running: running !== null, done, at: iso(last?.at), faults: last?.faults ?? [] },
    };
  };

  return {
    status,
    verify: async () => {
      await begin(users.current().id);
      return status();
    },
    watch: () => watchAfter(FIRST_MS),
    close: async () => {
      closing = true;
      stopWatch();
      await running?.catch(() => undefined);
    },
  };
}
