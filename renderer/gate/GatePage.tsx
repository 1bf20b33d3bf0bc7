import type { ReactNode } from 'react';
import type { RestoreStatus } from '#shared/contract/restore.ts';
import type { Environment } from '#shared/contract/settings.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { useReady } from '../data/ready.ts';
import { useT } from '../i18n/context.tsx';
import { RestoreProgress } from '../vault/RestoreProgress.tsx';
import { GateHeader } from './GateHeader.tsx';
import classes from './GatePage.module.css';
import { Problem } from './Problem.tsx';
import type { Shut } from './screens.ts';

export interface GatePageProps {
  /** `null`: the profile was open when somebody began to restore a backup. */
  readonly status: Shut | null;
  readonly environment: Environment | undefined;
  readonly restore: RestoreStatus | undefined;
  readonly onLocale: (locale: Locale) => void;
  readonly onContinue: () => void;
}

/** The whole window while there is no profile to show. */
export function GatePage({ status, environment, restore, onLocale, onContinue }: GatePageProps): ReactNode {
  const t = useT();
  useReady(true);
  return (
    <div className={classes.page} data-testid="gate" data-state={status?.state ?? 'restoring'}>
      <GateHeader environment={environment} onLocale={onLocale} />
      <main className={classes.scroll}>
        <article className={classes.sheet}>
          {status ? (
            <Problem status={status} busy={restore?.state === 'running'} onContinue={onContinue} />
          ) : (
            <>
              <h1 className={classes.title} data-testid="gate-title">
                {t('gate.restore.title')}
              </h1>
              {restore && <RestoreProgress restore={restore} onContinue={onContinue} />}
            </>
          )}
        </article>
      </main>
    </div>
  );
}
