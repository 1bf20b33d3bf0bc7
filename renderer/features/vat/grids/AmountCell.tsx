import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import type { Grid } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import classes from './AmountCell.module.css';
import { isSum } from './arithmetic.ts';
import type { CellActions, CellMark } from './cell.ts';
import type { Direction } from './grid-layout.ts';
import { shortcutOf } from './shortcuts.ts';
import { isWrong, typedAmount } from './typed-amount.ts';

export interface AmountCellProps {
  readonly id: string;
  readonly grid: Grid;
  readonly label: string;
  readonly amount: Cents | null;
  readonly editable: boolean;
  readonly severity: CellMark['severity'] | null;
  /** Element with more about this cell. */
  readonly describedBy: string | undefined;
  readonly actions: CellActions;
  /** What stands under the field while nothing is being reckoned in it. */
  readonly below?: ReactNode;
}

/** Whether the arrow leaves the field: the caret stands at that end, or all is selected. */
function leaves(input: HTMLInputElement, direction: 'left' | 'right'): boolean {
  const { selectionStart, selectionEnd, value } = input;
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  return selectionStart === selectionEnd && selectionStart === (direction === 'left' ? 0 : value.length);
}

/** The field of one grid. The totals follow each key; the amount is kept when the field is left. */
export function AmountCell(props: AmountCellProps): ReactNode {
  const { id, grid, label, amount, editable, severity, describedBy, actions, below } = props;
  const t = useT();
  /** What is being typed; `null` when the field shows the amount. */
  const [typing, setTyping] = useState<string | null>(null);
  const typed = typing === null ? null : typedAmount(grid, typing);
  const wrong = typed !== null && isWrong(typed);

  const type = (text: string): void => {
    setTyping(text);
    const next = typedAmount(grid, text);
    if (isWrong(next)) {
      actions.unpreview();
      // A sum half typed is no mistake yet.
      actions.refuse(next.wrong === 'notAnAmount' ? null : next.wrong);
    } else {
      actions.preview(grid, next.amount);
      actions.refuse(null);
    }
  };
  const take = (): boolean => {
    if (typed === null) return true;
    if (isWrong(typed)) {
      actions.refuse(typed.wrong);
      return false;
    }
    actions.keep(grid, typed.amount);
    setTyping(null);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const move = (direction: Direction): void => {
      event.preventDefault();
      if (take()) actions.move(grid, direction);
    };
    const input = event.currentTarget;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && event.key === 'Enter') move(event.shiftKey ? 'up' : 'down');
    else if (plain && event.key === 'ArrowDown') move('down');
    else if (plain && event.key === 'ArrowUp') move('up');
    else if (plain && event.key === 'ArrowLeft' && leaves(input, 'left')) move('left');
    else if (plain && event.key === 'ArrowRight' && leaves(input, 'right')) move('right');
    else if (event.key === 'Escape') {
      if (typing === null) return;
      setTyping(null);
      actions.unpreview();
      actions.refuse(null);
      // The next key writes over the amount again, as when one came here.
      requestAnimationFrame(() => input.select());
    } else {
      const shortcut = shortcutOf(event);
      // What is being typed has an undo of its own.
      if (shortcut === null || (shortcut === 'undoPaste' && typing !== null)) return;
      event.preventDefault();
      if (take()) actions.shortcut(grid, shortcut);
    }
  };
  return (
    <div className={classes.cell}>
      <input
        id={id}
        className={classes.input}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        readOnly={!editable}
        value={typing ?? (amount === null ? '' : formatAmount(amount))}
        aria-label={`${grid} ${label}`}
        aria-invalid={wrong || severity === 'blocking' || undefined}
        aria-describedby={describedBy}
        data-severity={severity ?? undefined}
        data-grid={grid}
        data-unread={typed !== null && isWrong(typed) ? typed.wrong : undefined}
        data-testid={`grid-${grid}`}
        onFocus={(event) => {
          event.currentTarget.select();
          actions.enter(grid);
        }}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (!editable || !actions.paste(grid, event.clipboardData.getData('text/plain'))) return;
          event.preventDefault();
          setTyping(null);
        }}
      />
      {typed !== null && typing !== null && (wrong || isSum(typing)) ? (
        <span className={classes.result} data-wrong={wrong || undefined} data-testid="cell-result">
          {isWrong(typed) ? t(`vatGrids.wrongShort.${typed.wrong}`) : `= ${typed.amount === null ? '' : formatAmount(typed.amount)}`}
        </span>
      ) : (
        below
      )}
    </div>
  );
}
