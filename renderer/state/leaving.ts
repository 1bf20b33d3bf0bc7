import { useEffect, useRef } from 'react';

/** Says, and shows, that something on the screen has to be settled first; `false` keeps the person there. */
type Guard = () => boolean;

const guards = new Set<Guard>();

/** Asked before the address changes, whatever wants to change it. */
export const mayLeave = (): boolean => [...guards].every((guard) => guard());

/** Keeps a person in the view while `guard` answers `false`. */
export function useLeaveGuard(guard: Guard): void {
  const latest = useRef(guard);
  latest.current = guard;
  useEffect(() => {
    const asked: Guard = () => latest.current();
    guards.add(asked);
    return () => void guards.delete(asked);
  }, []);
}
