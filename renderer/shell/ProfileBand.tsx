import type { ReactNode } from 'react';
import { useCall } from '../data/hooks.ts';
import classes from './ProfileBand.module.css';

/** Says at every glance which world one works in. Production has none. */
export function ProfileBand(): ReactNode {
  const environment = useCall('app.status', {}).data?.environment;
  return <div className={classes.band} data-environment={environment} aria-hidden />;
}
