import type { ReactNode } from 'react';
import type { RestoreStatus } from '#shared/contract/restore.ts';
import type { Environment } from '#shared/contract/settings.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { useReady } from '../data/ready.ts';
import { useT } from '../i18n/context.tsx';
import { WholeWindow } from '../shell/WholeWindow.tsx';
import { RestoreProgress } from '../vault/RestoreProgress.tsx';
import classes from './GatePage.module.css';
import { LanguageChoice } from './LanguageChoice.tsx';
import { Problem } from './Problem.tsx';
import type { Shut } from './screens.ts';

export interface GatePageProps {
  /** `null`: the profile was open when somebody began to restore a backup. */
  readonly status: Shut | null;
  readonly environment: Environment | undefined;
  /** One that runs, or whose outcome nobody has read yet. */
  readonly restore: RestoreStatus | null;
  readonly onLocale: (locale: Locale) => void;
  readonly onContinue: () => void;
}

/** The whole window while there is no profile to show. */
export function GatePage({ status, environment, restore, onLocale, onContinue }: GatePageProps): ReactNode {
  const t = useT();
  useReady(true);
  return (
    <WholeWindow
      environment={environment}
      testId="gate"
      state={restore ? 'restoring' : status?.state}
      aside={<LanguageChoice onLocale={onLocale} />}
    >
      <main className={classes.scroll}>
        <article className={classes.sheet}>
          {restore && (
            <>
              <h1 className={classes.title} data-testid="gate-title" data-screen="restore">
                {t(`gate.restore.title.${restore.state}`)}
              </h1>
              <RestoreProgress restore={restore} onContinue={onContinue} />
            </>
          )}
          {status && (
            // Stays, so that what was typed is still there when the restore fails.
            <div className={classes.problem} hidden={restore !== null}>
              <Problem status={status} />
            </div>
          )}
        </article>
      </main>
    </WholeWindow>
  );
}
