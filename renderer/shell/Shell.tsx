import { useHotkeys } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { useOverlays } from '../state/overlays.ts';
import { Nav } from './Nav.tsx';
import { ProfileBand } from './ProfileBand.tsx';
import classes from './Shell.module.css';
import { StatusBar } from './StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useMemory } from './use-memory.ts';
import { VIEWS } from './views.ts';

const Palette = lazy(() => import('./Palette.tsx').then((m) => ({ default: m.Palette })));

/** The frame around every view. */
export function Shell({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useT();
  const environment = useCall('app.status', {}).data?.environment;
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const palette = useOverlays((overlays) => overlays.palette);
  const setPalette = useOverlays((overlays) => overlays.setPalette);
  const pathTo = useMemory();
  useHotkeys(
    [
      ['mod+K', () => setPalette(true)],
      ...VIEWS.map(({ path }, index): [string, () => void] => [`mod+${index + 1}`, () => navigate(pathTo(path))]),
    ],
    [],
  );
  return (
    <div className={classes.shell}>
      <ProfileBand environment={environment} />
      <TopBar />
      <div className={classes.body}>
        <Nav pathname={pathname} pathTo={pathTo} />
        <main className={classes.main} aria-label={t('frame.content')}>
          {children}
        </main>
      </div>
      <StatusBar />
      {palette && (
        <Suspense>
          <Palette onClose={() => setPalette(false)} />
        </Suspense>
      )}
    </div>
  );
}
