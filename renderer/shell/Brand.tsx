import type { ReactNode } from 'react';
import type { Environment } from '#shared/contract/settings.ts';
import { useT } from '../i18n/context.tsx';
import classes from './Brand.module.css';

/** The product's name, and which world this is; production needs no saying. */
export function Brand({ environment }: { readonly environment: Environment | undefined }): ReactNode {
  const t = useT();
  return (
    <div className={classes.brand}>
      <span className={classes.name}>Guichet</span>
      {environment && environment !== 'production' && (
        <span className={classes.profile} data-environment={environment} data-testid="profile-chip">
          {t(`frame.environment.${environment}`)}
        </span>
      )}
    </div>
  );
}
