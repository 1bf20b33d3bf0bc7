import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { useOverlays } from '../state/overlays.ts';
import { Brand } from './Brand.tsx';
import { SyncState } from './SyncState.tsx';
import classes from './TopBar.module.css';
import { UserMenu } from './UserMenu.tsx';

export function TopBar(): ReactNode {
  const t = useT();
  const status = useCall('app.status', {}).data;
  const setPalette = useOverlays((overlays) => overlays.setPalette);
  return (
    <header className={classes.bar}>
      <Brand environment={status?.environment} />
      <div className={classes.firm} data-testid="firm-name" title={status?.firmName ?? undefined}>
        {status?.firmName ?? ''}
      </div>
      <button type="button" className={classes.search} onClick={() => setPalette(true)} data-testid="open-palette">
        <IconSearch size={14} aria-hidden />
        <span className={classes.hint}>{t('frame.search')}</span>
        <kbd className={classes.key}>{t('frame.searchKey')}</kbd>
      </button>
      <div className={classes.right}>
        <SyncState />
        <UserMenu />
      </div>
    </header>
  );
}
