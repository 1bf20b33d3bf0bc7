import type { ReactNode } from 'react';
import { useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { Version } from '../updates/Version.tsx';
import classes from './GatePage.module.css';

/** A newer version from where the vendor offers it, or word of how else to get one. */
export function UpdateWay(): ReactNode {
  const t = useT();
  const update = useCall('updates.status', {}).data;
  const isOffered = update !== undefined && update.state !== 'off' && update.state !== 'unsupported';
  return (
    <div className={classes.form}>
      {isOffered && <Version />}
      <p className={classes.text}>{t(isOffered ? 'gate.update.otherwise' : 'gate.update.ask')}</p>
    </div>
  );
}
