import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import { GRIDS } from '#shared/vat/grids.ts';
import type { Finding, Grid } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { FindingIcon } from '../checks/FindingIcon.tsx';
import classes from './GridField.module.css';
import { type Direction, isInput } from './grid-layout.ts';
import { typedAmount } from './typed-amount.ts';

export interface GridFieldProps {
  readonly grid: Grid;
  readonly amount: Cents | null;
  readonly previous: Cents | null;
  readonly finding: Finding | null;
  readonly editable: boolean;
  readonly onAmount: (amount: Cents | null) => void;
  readonly onFocus: () => void;
  readonly onMove: (direction: Direction) => void;
  readonly onJump: () => void;
}

/** Whether the arrow leaves the field: the caret stands at that end, or all is selected. */
function leaves(input: HTMLInputElement, direction: 'left' | 'right'): boolean {
  const { selectionStart, selectionEnd, value } = input;
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  return selectionStart === selectionEnd && selectionStart === (direction === 'left' ? 0 : value.length);
}

/** One grid of the form: number, label, amount, and what the period before held. */
export function GridField({ grid, amount, previous, finding, editable, onAmount, onFocus, onMove, onJump }: GridFieldProps): ReactNode {
  const t = useT();
  const id = useId();
  /** What is being typed; `null` when the field shows the amount. */
  const [typing, setTyping] = useState<string | null>(null);
  const label = GRIDS.find((info) => info.code === grid)?.label[t.locale] ?? '';
  const shown = typing ?? (amount === null ? '' : formatAmount(amount));
  const wrong = typing !== null && typedAmount(typing) === null;

  const take = (): boolean => {
    if (typing === null) return true;
    const value = typedAmount(typing);
    if (value === null) return false;
    const next = value === 'empty' ? null : value;
    if (next !== amount) onAmount(next);
    setTyping(null);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const move = (direction: Direction): void => {
      event.preventDefault();
      if (take()) onMove(direction);
    };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') move(event.shiftKey ? 'up' : 'down');
    else if (event.key === 'ArrowDown') move('down');
    else if (event.key === 'ArrowUp') move('up');
    else if (event.key === 'ArrowLeft' && leaves(event.currentTarget, 'left')) move('left');
    else if (event.key === 'ArrowRight' && leaves(event.currentTarget, 'right')) move('right');
    else if (event.key === 'Escape') setTyping(null);
    else if (event.key.toLowerCase() === 'g') {
      event.preventDefault();
      if (take()) onJump();
    }
  };
  return (
    <div className={classes.field} data-severity={finding?.severity}>
      <label htmlFor={id} className={classes.code}>
        {grid}
      </label>
      <span className={classes.label} title={label}>
        {isInput(grid) ? t(`gridNames.${grid}`) : label}
      </span>
      <div className={classes.amounts}>
        <input
          id={id}
          className={classes.input}
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          readOnly={!editable}
          value={shown}
          aria-label={`${grid} ${label}`}
          aria-invalid={wrong || finding?.severity === 'blocking' || undefined}
          aria-describedby={finding || wrong ? `${id}-note` : undefined}
          data-grid={grid}
          data-testid={`grid-${grid}`}
          onFocus={(event) => {
            event.currentTarget.select();
            onFocus();
          }}
          onChange={(event) => setTyping(event.currentTarget.value)}
          onBlur={take}
          onKeyDown={onKeyDown}
        />
        {previous !== null && (
          <span className={classes.previous} title={t('vatView.previousTitle')}>
            {t('vatView.previous', { amount: formatAmount(previous) })}
          </span>
        )}
      </div>
      <span className={classes.mark} id={`${id}-note`}>
        {wrong ? (
          <span className={classes.wrong} title={t('vatView.notAnAmount')}>
            {t('vatView.notAnAmountShort')}
          </span>
        ) : (
          finding?.grids[0] === grid && <FindingIcon severity={finding.severity} title={finding.message[t.locale]} />
        )}
      </span>
    </div>
  );
}
