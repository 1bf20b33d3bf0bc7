import type { Handlers } from '#shared/contract/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { FilingQueue } from '../queue/queue.ts';
import type { ReturnRow } from '../return-repository.ts';

export type PathMethod = 'vat.queue' | 'vat.unqueue';

export interface PathParts {
  readonly queue: FilingQueue;
  view(row: ReturnRow): ReturnView;
}

/** The steps of a return on its way to SPF and back, beyond writing it. */
export const pathHandlers = ({ queue, view }: PathParts): Handlers<PathMethod> => ({
  'vat.queue': ({ id, version }) => view(queue.add(id, version)),
  'vat.unqueue': ({ id, version }) => view(queue.remove(id, version)),
});
