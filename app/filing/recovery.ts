import type { Context } from '#app/core/context.ts';
import type { Leases } from '#app/identity/lease.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { stateAfterRestart } from '#shared/vat/filing-states.ts';
import type { Desk } from './desk.ts';
import { FILING_TIMEOUT_MS } from './filing-facts.ts';
import { changes, returns } from './return-repository.ts';
import { sendingLease } from './submission.ts';

/** A sending holds its lease for twice its time limit; after that nobody is at it any more. */
const LEASE_OVER_MS = 2 * FILING_TIMEOUT_MS + 1000;

/**
 * At start-up: a POST that was under way when its process ended has an unknown outcome. A sending that another living process of the profile
 * seems to hold is left to it, and looked at again once its lease must have ended: a process number may have been given anew.
 * @returns the way to stop looking
 */
export function recover(context: Context, desk: Desk, leases: Leases): () => void {
  const error = toErrorShape(new GuichetError('filing.interrupted', { action: 'openPortal' }));
  let stopTimer: (() => void) | null = null;

  const settle = (): void => {
    let left = 0;
    for (const row of returns.inStates(context.db, ['sending'])) {
      const lease = sendingLease(row.id);
      if (!leases.take(lease, 1000)) {
        left += 1;
        continue;
      }
      context.db.write((tx) => {
        if (changes.setState(tx, desk.guard(row), stateAfterRestart(row.state), error) === 0) return;
        desk.note(tx, row, { event: 'lose', sha256: row.sha256, reason: error.code, userId: null });
      });
      leases.release(lease);
      desk.announce(row.clientId);
    }
    stopTimer = left === 0 ? null : context.ports.timers.after(LEASE_OVER_MS, settle);
  };
  settle();
  return () => stopTimer?.();
}
