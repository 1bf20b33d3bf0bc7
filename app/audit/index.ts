import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';
import { listEntries } from './entries.ts';
import { type AuditKeeper, createAuditKeeper } from './keeper.ts';
import { exportReport } from './report/export.ts';

type Method = 'audit.list' | 'audit.status' | 'audit.verify' | 'audit.export';

/** The trail as people use it: read, verified, handed over. Writing to it is `context.audit`. */
export interface AuditDesk extends Pick<AuditKeeper, 'watch' | 'close'> {
  readonly handlers: Handlers<Method>;
}

export function createAuditDesk(context: Context, clients: Clients): AuditDesk {
  const keeper = createAuditKeeper(context);
  return {
    watch: keeper.watch,
    close: keeper.close,
    handlers: {
      'audit.list': (input) => listEntries(context, input),
      'audit.status': keeper.status,
      'audit.verify': keeper.verify,
      'audit.export': (input) => exportReport(context, { keeper, clients }, input),
    },
  };
}
