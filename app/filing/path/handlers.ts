import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { Desk } from '../desk.ts';
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
  view(row: ReturnRow): ReturnView;
}

/** The steps of a return on its way to SPF and back, beyond writing it. */
export const pathHandlers = ({ context, desk, queue, seeking, view }: PathParts): Handlers<PathMethod> => ({
  'vat.queue': ({ id, version }) => view(queue.add(id, version)),
  'vat.unqueue': ({ id, version }) => view(queue.remove(id, version)),
  'vat.again': ({ id, version }) => view(again(context, desk, id, version)),
  'vat.discard': ({ id, version }) => view(discard(context, desk, id, version)),
  'vat.restore': ({ id }) => view(restore(context, desk, id)),
  'vat.portal': ({ id, version, ...filing }) => view(filedOnPortal(context, desk, id, version, filing)),
  'vat.signOff': ({ id, on, ...agreement }) => view(signOff(context, desk, id, { ...agreement, on: localDate(on) })),
  'vat.seekReceipt': async ({ id }) => view(await seeking.now(id)),
});
