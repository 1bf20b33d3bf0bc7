import { useCallback } from 'react';
import { useAct } from '../data/hooks.ts';
import { useProblem } from '../ui/use-problem.ts';

/** Locks the application; where nothing could open it again, says what to do. */
export function useLockNow(): () => void {
  const problem = useProblem();
  const { mutate } = useAct('lock.lock');
  return useCallback(() => mutate({}, { onError: problem }), [mutate, problem]);
}
