import { Checkbox } from '@mantine/core';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { useT } from '../i18n/context.tsx';
import classes from './Ledger.module.css';
import type { Column } from './ledger-types.ts';

export interface LedgerRowActions {
  toggle(index: number): void;
  click(event: MouseEvent, index: number): void;
  doubleClick(index: number): void;
}

export interface LedgerRowProps<T> {
  readonly id: string;
  readonly index: number;
  /** Its place among all that the list shows, section heads included. */
  readonly place: number;
  readonly top: number;
  readonly tracks: string;
  readonly columns: readonly Column<T>[];
  readonly row: T | undefined;
  readonly rowKey: string | undefined;
  readonly active: boolean;
  readonly strong: boolean;
  readonly selected: boolean;
  readonly selectable: boolean;
  readonly twoLines: boolean;
  readonly actions: LedgerRowActions;
  readonly testId: string;
}

function Row<T>(props: LedgerRowProps<T>): ReactNode {
  const t = useT();
  const { row, index, actions } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: a row of a grid; the grid holds focus and keys
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.place + 2}
      aria-selected={props.selectable ? props.selected : props.active}
      className={classes.row}
      data-active={props.active || undefined}
      data-selected={props.selected || undefined}
      data-strong={props.strong || undefined}
      data-two-lines={props.twoLines || undefined}
      data-testid={row === undefined ? undefined : props.testId}
      data-key={props.rowKey}
      style={{ gridTemplateColumns: props.tracks, transform: `translateY(${props.top}px)` }}
      onClick={(event) => actions.click(event, index)}
      onDoubleClick={() => actions.doubleClick(index)}
    >
      {props.selectable && (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: see above
        <div
          role="gridcell"
          className={classes.check}
          onClick={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          {row !== undefined && (
            <Checkbox aria-label={t('frame.selectRow')} checked={props.selected} onChange={() => actions.toggle(index)} tabIndex={-1} />
          )}
        </div>
      )}
      {props.columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
        <div
          key={column.id}
          role="gridcell"
          className={classes.cell}
          data-align={column.align}
          data-figures={column.figures || undefined}
          data-main={column.main || undefined}
        >
          {row === undefined ? <span className={classes.pending} /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

export const LedgerRow = memo(Row) as typeof Row;
