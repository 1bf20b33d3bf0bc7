import type { ReactNode } from 'react';
import type { Environment } from '#shared/contract/settings.ts';
import classes from './ProfileBand.module.css';

/** Says at every glance which world one works in. Production has none. */
export const ProfileBand = ({ environment }: { readonly environment: Environment | undefined }): ReactNode => (
  <div className={classes.band} data-environment={environment} aria-hidden />
);
