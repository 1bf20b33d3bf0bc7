import { useEffect } from 'react';
import type { RestoreStatus } from '#shared/contract/restore.ts';
import { useCall } from '../data/hooks.ts';

/** Events of a core that is being replaced cannot be relied on; what moves is asked for while it moves. */
const LOOK_MS = 400;

/** How far a restore is. @param asked `false`: only what somebody else asked for is shown, so that a start costs nothing */
export function useRestore(asked: boolean): RestoreStatus | undefined {
  const { data, refetch } = useCall('restore.status', {}, { enabled: asked });
  const running = data?.state === 'running';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void refetch(), LOOK_MS);
    return () => clearInterval(timer);
  }, [running, refetch]);
  return data;
}
