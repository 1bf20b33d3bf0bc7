import type { Output } from '#shared/contract/index.ts';
import { useCall } from '../../../data/hooks.ts';

export interface DocumentHolds extends Output<'retention.ofDocument'> {
  readonly active: Output<'retention.ofDocument'>['holds'];
}

/** How long a document is kept and what holds it, its client's holds among them; `undefined` until it is known. */
export function useHolds(documentId: string): DocumentHolds | undefined {
  const data = useCall('retention.ofDocument', { documentId }).data;
  return data && { ...data, active: data.holds.filter(({ liftedAt }) => liftedAt === null) };
}
