import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { Locale } from '#shared/domain/locale.ts';
import { useCall } from '../data/hooks.ts';
import { useRestore } from '../vault/use-restore.ts';
import { rememberShut, wasShut } from './remembered.ts';
import { isShut, type Shut } from './screens.ts';

// Hardly anybody ever sees it: the start must not wait for it.
const GatePage = lazy(() => import('./GatePage.tsx').then((m) => ({ default: m.GatePage })));

export interface GateProps {
  /** Keeps the language somebody chose while no settings can be read. */
  readonly onLocale: (locale: Locale) => void;
  readonly children: ReactNode;
}

/** The window while the profile is open, or is about to be; a page in its place when it does not open by itself, or is being replaced. */
export function Gate({ onLocale, children }: GateProps): ReactNode {
  const queries = useQueryClient();
  const { data: vault, isPending } = useCall('vault.status', {});
  const [unsure, setUnsure] = useState(() => wasShut(localStorage));
  if (unsure && !isPending) setUnsure(false);
  const restore = useRestore(false);
  const now = vault && isShut(vault) ? vault : null;
  /** What it was shut by before a restore: its form comes back when that fails. */
  const [before, setBefore] = useState<Shut | null>(null);
  const [restoring, setRestoring] = useState(false);
  if (now && now !== before) setBefore(now);
  if (!restoring && restore?.state === 'running') setRestoring(true);
  // One that failed is told by the form it began in; without one, by the page.
  if (restoring && now && restore?.state === 'idle') setRestoring(false);
  const closed = now !== null || restoring;
  if (!closed && before) setBefore(null);
  const met = useRef(false);
  useEffect(() => {
    if (!vault || met.current) return;
    met.current = true;
    rememberShut(localStorage, isShut(vault));
  }, [vault]);
  const wasClosed = useRef(false);
  useEffect(() => {
    // Everything asked meanwhile was refused.
    if (wasClosed.current && !closed) void queries.invalidateQueries();
    wasClosed.current = closed;
  }, [closed, queries]);
  if (unsure) return null;
  if (!closed) return children;
  const goOn = async (): Promise<void> => {
    await queries.refetchQueries({ queryKey: ['vault.status'] });
    // Of another profile, or of the same one long ago.
    queries.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== 'vault.status' });
    setBefore(null);
    setRestoring(false);
  };
  return (
    <Suspense>
      <GatePage
        status={now ?? before}
        environment={vault?.environment}
        restore={restoring && restore ? restore : null}
        onLocale={onLocale}
        onContinue={() => void goOn()}
      />
    </Suspense>
  );
}
