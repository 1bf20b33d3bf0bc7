import type { ReactNode } from 'react';
import classes from './Chip.module.css';
import type { Tone } from './tone.ts';

export interface ChipProps {
  readonly tone?: Tone;
  /** Colour never stands alone: an icon goes with the word. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly testId?: string;
  /** Without the tinted ground, for use in dense rows. */
  readonly bare?: boolean;
}

export function Chip({ tone = 'plain', icon, children, testId, bare = false }: ChipProps): ReactNode {
  return (
    <span className={classes.chip} data-tone={tone} data-bare={bare || undefined} data-testid={testId}>
      {icon && (
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
      )}
      <span className={classes.word}>{children}</span>
    </span>
  );
}
