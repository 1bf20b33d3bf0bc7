import type { Clock } from '#app/core/ports.ts';
import { command, query, type Writer } from '#app/platform/db/index.ts';

/** A clock that runs true drifts by less than this between two requests of a window. */
const SET_MS = 250;

const anchor = query<{ wall: number; steady: number }>('quota.clock', 'SELECT wall, steady FROM quota_clock WHERE id = 1');
const setAnchor = command<{ wall: number; steady: number }>(
  'quota.setClock',
  `INSERT INTO quota_clock (id, wall, steady) VALUES (1, @wall, @steady)
   ON CONFLICT (id) DO UPDATE SET wall = excluded.wall, steady = excluded.steady`,
);
const moveUse = command<{ by: number }>('quota.moveUse', 'UPDATE quota_use SET at = at + @by');
const movePauses = command<{ by: number }>('quota.movePauses', 'UPDATE quota_pause SET until = until + @by, set_at = set_at + @by');

/** Keeps the distance between now and what stands in the table while the clock is moved by so much. */
export function moveQuotaRows(tx: Writer, byMs: number): void {
  tx.run(moveUse, { by: byMs });
  tx.run(movePauses, { by: byMs });
}

/**
 * Somebody may have set the clock since the last look, in this process, another one or while none ran: the steady clock tells, which all
 * processes share until the machine starts anew. After such a start, and where there is no steady clock, the wall clock is believed. A sleep
 * of the machine that the steady clock missed is taken for a clock set forward, which costs a wait and no refusal.
 */
export function keepDistance(tx: Writer, clock: Clock): void {
  const steady = clock.elapsed?.();
  if (steady === undefined) return;
  const wall = clock.now();
  const before = tx.get(anchor);
  if (before && steady >= before.steady) {
    const moved = wall - before.wall - (steady - before.steady);
    if (Math.abs(moved) > SET_MS) moveQuotaRows(tx, moved);
  }
  tx.run(setAnchor, { wall, steady });
}
