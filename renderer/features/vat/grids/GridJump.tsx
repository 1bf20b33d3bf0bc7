import { type ReactNode, useState } from 'react';
import type { Grid } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import classes from './GridJump.module.css';
import { gridByNumber } from './grid-layout.ts';

export interface GridJumpProps {
  readonly onGrid: (grid: Grid) => void;
  /** Escape: back to where one was. */
  readonly onClose: () => void;
  /** The focus went elsewhere. */
  readonly onLeave: () => void;
}

/** Two digits lead to their grid. */
export function GridJump({ onGrid, onClose, onLeave }: GridJumpProps): ReactNode {
  const t = useT();
  const [digits, setDigits] = useState('');
  const unknown = digits.length === 2 && gridByNumber(digits) === null;
  return (
    <label className={classes.jump}>
      {t('vatView.jump')}
      <input
        className={classes.input}
        // biome-ignore lint/a11y/noAutofocus: the field opens at the press of a key and takes the next two
        autoFocus
        inputMode="numeric"
        maxLength={2}
        value={digits}
        aria-invalid={unknown || undefined}
        onChange={(event) => {
          const next = event.currentTarget.value.replace(/\D/g, '');
          setDigits(next);
          const grid = gridByNumber(next);
          if (grid) onGrid(grid);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter') {
            const grid = gridByNumber(digits.padStart(2, '0'));
            if (grid) onGrid(grid);
          }
        }}
        onBlur={onLeave}
        data-testid="grid-jump"
      />
      {unknown && <span className={classes.unknown}>{t('vatView.noSuchGrid', { grid: digits })}</span>}
    </label>
  );
}
