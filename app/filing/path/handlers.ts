import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { Desk } from '../desk.ts';
import type { Deciding } from '../elsewhere/decide.ts';
import type { Lookout } from '../elsewhere/lookout.ts';
import type { FilingQueue } from '../queue/queue.ts';
import type { Seeking } from '../receipts/seek.ts';
import type { ReturnRow } from '../return-repository.ts';
import { again } from './again.ts';
import { discard, restore } from './discard.ts';
import { filedOnPortal } from './portal.ts';
import { signOff } from './sign-off.ts';

export type PathMethod =
  | 'vat.queue'
  | 'vat.unqueue'
  | 'vat.portal'
  | 'vat.takeOver'
  | 'vat.replaceElsewhere'
  | 'vat.signOff'
  | 'vat.seekReceipt'
  | 'vat.again'
  | 'vat.discard'
  | 'vat.restore';

export interface PathParts {
  readonly context: Context;
  readonly desk: Desk;
  readonly queue: FilingQueue;
  readonly seeking: Seeking;
  readonly lookout: Pick<Lookout, 'look'>;
  readonly deciding: Deciding;
  view(row: ReturnRow): ReturnView;
}

/** The steps of a return on its way to SPF and back, beyond writing it. */
export const pathHandlers = ({ context, desk, queue, seeking, lookout, deciding, view }: PathParts): Handlers<PathMethod> => ({
  'vat.queue': async ({ id, version }) => {
    await lookout.look(desk.findAt(id, version).row.clientId);
    return view(queue.add(id, version));
  },
  'vat.takeOver': async ({ id, version }) => view(await deciding.takeOver(id, version)),
  'vat.replaceElsewhere': ({ id, version }) => view(deciding.replace(id, version)),
  'vat.unqueue': ({ id, version }) => view(queue.remove(id, version)),
  'vat.again': ({ id, version }) => view(again(context, desk, id, version)),
  'vat.discard': ({ id, version }) => view(discard(context, desk, id, version)),
  'vat.restore': ({ id }) => view(restore(context, desk, id)),
  'vat.portal': ({ id, version, ...filing }) => view(filedOnPortal(context, desk, id, version, filing)),
  'vat.signOff': ({ id, on, ...agreement }) => view(signOff(context, desk, id, { ...agreement, on: localDate(on) })),
  'vat.seekReceipt': async ({ id }) => view(await seeking.now(id)),
});
