import type { ReactNode } from 'react';
import type { Environment } from '#shared/contract/settings.ts';
import { Brand } from './Brand.tsx';
import { ProfileBand } from './ProfileBand.tsx';
import classes from './WholeWindow.module.css';

export interface WholeWindowProps {
  readonly environment: Environment | undefined;
  readonly testId: string;
  /** What the page is at, for who looks from outside. */
  readonly state?: string | undefined;
  /** At the end of the bar. */
  readonly aside?: ReactNode;
  /** The page's `main`. */
  readonly children: ReactNode;
}

/** A page in the place of the frame and every view: nothing of the profile stands beside it. */
export const WholeWindow = ({ environment, testId, state, aside, children }: WholeWindowProps): ReactNode => (
  <div className={classes.page} data-testid={testId} data-state={state}>
    <ProfileBand environment={environment} />
    <header className={classes.header}>
      <Brand environment={environment} />
      {aside}
    </header>
    {children}
  </div>
);
