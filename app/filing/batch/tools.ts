import type { Context } from '#app/core/context.ts';
import { remarks } from '#shared/vat/rules/evaluate.ts';
import { clientDirectory } from '../client-directory.ts';
import { carry } from '../content/carry.ts';
import { openNil } from '../content/nil.ts';
import { createDesk } from '../desk.ts';
import { judge } from '../judging.ts';
import { createPreparation } from '../preparation.ts';
import type { FilingQueue } from '../queue/queue.ts';
import type { BatchTools } from './steps.ts';

/** The use-cases of one return, for whoever `acting` says is acting. */
export function batchTools(acting: Context, queue: FilingQueue): BatchTools {
  const { db } = acting;
  const desk = createDesk(acting);
  const preparation = createPreparation(acting, desk);
  const userId = acting.users.current().id;
  let watched = false;
  return {
    prepare: ({ clientId, periodKey }) => {
      const row = preparation.open(clientId, periodKey);
      return carry(db, desk, preparation, row.id, row.version);
    },
    nil: ({ clientId, periodKey }) => openNil(db, preparation, clientId, periodKey),
    check: ({ id, version }) => preparation.check(id, version),
    approve: ({ id, version }) => preparation.approve(id, version),
    queue: ({ id, version }) => queue.add(id, version, userId),
    remarks: (row) => {
      const client = clientDirectory.byId(db, row.clientId);
      const judged = { today: acting.today(), adviceOff: new Set(acting.settings.get().adviceOff) };
      return client ? remarks(judge(db, row, client, judged)).length : 0;
    },
    follow: () => {
      if (!watched) queue.watch();
      watched = true;
    },
    unqueue: ({ id, version }) => queue.remove(id, version, userId),
  };
}
