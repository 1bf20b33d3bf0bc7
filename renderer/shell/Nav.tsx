import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { formatCount, shortCount } from '../i18n/format.ts';
import classes from './Nav.module.css';
import { VIEWS } from './views.ts';

export function Nav({ pathname, pathTo }: { readonly pathname: string; readonly pathTo: (path: string) => string }): ReactNode {
  const t = useT();
  const status = useCall('app.status', {}).data;
  return (
    <nav className={classes.nav} aria-label={t('frame.navigation')}>
      {VIEWS.map(({ id, path, icon: Icon, count }) => {
        const number = status && count ? count(status) : 0;
        return (
          <NavLink
            key={id}
            to={pathTo(path)}
            className={classes.link ?? ''}
            data-current={pathname.startsWith(path) || undefined}
            data-testid={`nav-${id}`}
            title={number > 0 ? `${t(`frame.nav.${id}`)}: ${formatCount(number)}` : t(`frame.nav.${id}`)}
          >
            <Icon size={16} stroke={1.7} aria-hidden />
            <span className={classes.label}>{t(`frame.nav.${id}`)}</span>
            {number > 0 && <span className={classes.count}>{shortCount(number)}</span>}
          </NavLink>
        );
      })}
    </nav>
  );
}
