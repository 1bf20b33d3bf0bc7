import type { Handlers } from '#shared/contract/index.ts';
import type { Batches } from './batches.ts';

export { type Batches, createBatches } from './batches.ts';
export { batchTools } from './tools.ts';

export type BatchMethod = 'vat.batch' | 'vat.batchStatus' | 'vat.cancelBatch';

export const batchHandlers = (batches: Batches): Handlers<BatchMethod> => ({
  'vat.batch': ({ action, targets }) => batches.start(action, targets),
  'vat.batchStatus': () => ({ batch: batches.status() }),
  'vat.cancelBatch': async () => ({ batch: await batches.cancel() }),
});
