import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useOverlays } from '../state/overlays.ts';

/** Remembers the filters of the view on the screen; answers where a view was left. */
export function useMemory(): (path: string) => string {
  const { pathname, search } = useLocation();
  const remember = useOverlays((overlays) => overlays.remember);
  const searches = useOverlays((overlays) => overlays.searches);
  useEffect(() => remember(pathname, search), [pathname, search, remember]);
  return (path) => `${path}${path === pathname ? '' : (searches[path] ?? '')}`;
}
