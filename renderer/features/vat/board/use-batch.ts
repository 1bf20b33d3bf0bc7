import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { create } from 'zustand';
import type { Batch, BatchAction } from '#shared/contract/vat-path.ts';
import { keyOf } from '../../../data/answers.ts';
import { useAct, useCall } from '../../../data/hooks.ts';
import { useProblem } from '../../../ui/use-problem.ts';
import { missing, progressOf, type Sample, timeLeft } from './batch-progress.ts';

/** Which batch somebody looks at, and which one was put away; forgotten at closing. */
interface Shown {
  readonly open: boolean;
  readonly hidden: string | null;
  setOpen(open: boolean): void;
  hide(id: string): void;
}
const useShown = create<Shown>()((set) => ({
  open: false,
  hidden: null,
  setOpen: (open) => set({ open }),
  hide: (id) => set({ hidden: id, open: false }),
}));

type Target = Pick<Batch['rows'][number], 'clientId' | 'periodKey'>;

export interface BatchDesk {
  readonly batch: Batch | null;
  readonly etaMs: number | null;
  readonly open: boolean;
  /** Whether its strip stands over the board. */
  readonly strip: boolean;
  readonly starting: boolean;
  start(action: BatchAction, targets: readonly Target[], onStarted: () => void): void;
  /** Runs what the batch left undone. */
  again(): void;
  cancel(): void;
  setOpen(open: boolean): void;
  hide(): void;
}

/** The batch under way or the last one, and what can be done with it. */
export function useBatch(): BatchDesk {
  const queries = useQueryClient();
  const problem = useProblem();
  const status = useCall('vat.batchStatus', {});
  const begin = useAct('vat.batch');
  const stop = useAct('vat.cancelBatch');
  const { open, hidden, setOpen, hide } = useShown();
  const first = useRef<(Sample & { readonly id: string }) | null>(null);
  const batch = status.data?.batch ?? null;

  const now = batch ? { at: status.dataUpdatedAt, over: progressOf(batch).over } : null;
  if (batch && now && first.current?.id !== batch.id) first.current = { ...now, id: batch.id };
  // While it waits for the network or a person nobody knows how long that takes.
  const moves = batch?.state === 'running' && batch.reason === null;
  const etaMs = moves && now && first.current ? timeLeft(first.current, now, batch.rows.length) : null;

  const start = (action: BatchAction, targets: readonly Target[], onStarted: () => void): void =>
    begin.mutate(
      { action, targets: targets.map(({ clientId, periodKey }) => ({ clientId, periodKey })) },
      {
        onSuccess: (started) => {
          queries.setQueryData(keyOf('vat.batchStatus', {}), { batch: started });
          setOpen(true);
          onStarted();
        },
        onError: problem,
      },
    );
  return {
    batch,
    etaMs,
    open: open && batch !== null,
    strip: batch !== null && hidden !== batch.id,
    starting: begin.isPending,
    start,
    again: () => batch && start(batch.action, missing(batch), () => {}),
    cancel: () => stop.mutate({}, { onError: problem }),
    setOpen,
    hide: () => batch && hide(batch.id),
  };
}
