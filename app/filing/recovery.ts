import type { Context } from '#app/core/context.ts';
import type { Leases } from '#app/identity/lease.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { stateAfterRestart } from '#shared/vat/filing-states.ts';
import type { Desk } from './desk.ts';
import { changes, returns } from './return-repository.ts';
import { sendingLease } from './submission.ts';

/**
 * At start-up: a POST that was under way when its process ended has an unknown outcome.
 * A sending that another living process of the profile still holds is left to it.
 */
export function recover(context: Context, desk: Desk, leases: Leases): void {
  const error = toErrorShape(new GuichetError('filing.interrupted', { action: 'openPortal' }));
  for (const row of returns.inStates(context.db, ['sending'])) {
    const lease = sendingLease(row.id);
    if (!leases.take(lease, 1000)) continue;
    context.db.write((tx) => {
      if (changes.setState(tx, desk.guard(row), stateAfterRestart(row.state), error) === 0) return;
      desk.note(tx, row, { event: 'lose', sha256: row.sha256, reason: error.code, userId: null });
    });
    leases.release(lease);
    desk.announce(row.clientId);
  }
}
