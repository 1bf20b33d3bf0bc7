import { useHotkeys } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, type Ref, useEffect, useId, useRef } from 'react';
import classes from './Ledger.module.css';
import { LedgerHead } from './LedgerHead.tsx';
import { LedgerRow } from './LedgerRow.tsx';
import { ledgerMove } from './ledger-keys.ts';
import { extend, type Selection, toggle } from './selection.ts';

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  /** The header is for readers of the screen only. */
  readonly headless?: boolean;
  /** Track of a CSS grid: `96px`, `minmax(0, 1fr)`. */
  readonly width: string;
  readonly align?: 'end';
  readonly sortable?: boolean;
  /** Numbers or dates that stand under each other. */
  readonly figures?: boolean;
  /** Takes the emphasis of the row. */
  readonly main?: boolean;
  readonly cell: (row: T) => ReactNode;
}

export interface LedgerSort {
  readonly by: string;
  readonly descending: boolean;
}

export interface LedgerProps<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly count: number;
  /** `undefined` while the row is on its way. */
  readonly rowAt: (index: number) => T | undefined;
  readonly keyOf: (row: T) => string;
  readonly active: number | null;
  readonly onActive: (index: number) => void;
  readonly onOpen?: ((row: T, index: number) => void) | undefined;
  /** Single click opens, for lists whose rows lead elsewhere. */
  readonly clickOpens?: boolean;
  readonly selection?: Selection;
  readonly onSelection?: (selection: Selection) => void;
  readonly onSelectAll?: () => void;
  readonly sort?: LedgerSort;
  readonly onSort?: (by: string) => void;
  readonly onRange?: (first: number, last: number) => void;
  /** Keys the list does not know; answers whether it was one of the view's. */
  readonly onKey?: (key: string, row: T | undefined) => boolean;
  /** Emphasis of a row: unread rows stand bold. */
  readonly strong?: (row: T) => boolean;
  readonly rowTestId: string;
  readonly testId: string;
  readonly focusRef?: Ref<HTMLDivElement>;
}

export const ROW_HEIGHT = 32;
const HEAD_HEIGHT = 28;

/** A dense, virtual, keyboard-driven table over any number of rows. */
export function Ledger<T>(props: LedgerProps<T>): ReactNode {
  const { columns, count, rowAt, keyOf, active, onActive, selection, onSelection, onOpen, onRange } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    // The head covers as much as it pushes the rows down.
    scrollPaddingEnd: HEAD_HEIGHT,
  });
  const enter = (): void => scroller.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  useHotkeys([
    ['j', enter],
    ['k', enter],
  ]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [first, last, onRange]);
  useEffect(() => {
    if (active !== null) virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, virtual]);

  const tracks = `${onSelection ? '32px ' : ''}${columns.map((column) => column.width).join(' ')}`;
  const keyAt = (index: number): string | undefined => {
    const row = rowAt(index);
    return row === undefined ? undefined : keyOf(row);
  };
  const choose = (index: number): void => {
    const key = keyAt(index);
    if (key !== undefined && selection && onSelection) onSelection(toggle(selection, index, key));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target instanceof HTMLElement && event.target !== event.currentTarget && event.target.closest('button, input, a')) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const move = ledgerMove(event, active, count, page);
    const row = active === null ? undefined : rowAt(active);
    if (move === null) {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && props.onKey?.(event.key, row)) event.preventDefault();
      return;
    }
    if (move.kind === 'selectAll' && !props.onSelectAll) return;
    event.preventDefault();
    if (move.kind === 'move') {
      if (move.extend && selection && onSelection)
        onSelection(extend({ ...selection, anchor: selection.anchor ?? active }, move.to, keyAt));
      onActive(move.to);
    } else if (move.kind === 'open') {
      if (row !== undefined && active !== null) onOpen?.(row, active);
    } else if (move.kind === 'toggle') choose(active ?? 0);
    else props.onSelectAll?.();
  };
  const onRowClick = (event: MouseEvent, index: number): void => {
    onActive(index);
    if (selection && onSelection && event.shiftKey) onSelection(extend({ ...selection, anchor: selection.anchor ?? active }, index, keyAt));
    else if (selection && onSelection && (event.ctrlKey || event.metaKey)) choose(index);
    else if (props.clickOpens) {
      const row = rowAt(index);
      if (row !== undefined) onOpen?.(row, index);
    }
  };

  return (
    <div ref={scroller} className={classes.scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a table element */}
      <div
        ref={props.focusRef}
        role="grid"
        aria-label={props.label}
        aria-rowcount={count + 1}
        aria-colcount={columns.length}
        aria-multiselectable={onSelection ? true : undefined}
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        tabIndex={0}
        className={classes.grid}
        onKeyDown={onKeyDown}
        data-testid={props.testId}
        data-count={count}
      >
        <LedgerHead
          columns={columns}
          tracks={tracks}
          selectable={onSelection !== undefined}
          allSelected={selection !== undefined && count > 0 && selection.keys.size >= count}
          onSelectAll={props.onSelectAll}
          sort={props.sort}
          onSort={props.onSort}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div className={classes.rows} style={{ height: virtual.getTotalSize() }} role="rowgroup">
          {items.map((item) => {
            const row = rowAt(item.index);
            const key = row === undefined ? undefined : keyOf(row);
            return (
              <LedgerRow
                key={item.index}
                id={`${id}-${item.index}`}
                index={item.index}
                top={item.start}
                tracks={tracks}
                columns={columns}
                row={row}
                rowKey={key}
                active={item.index === active}
                strong={row !== undefined && (props.strong?.(row) ?? false)}
                selected={selection && key !== undefined ? selection.keys.has(key) : false}
                onToggle={onSelection ? () => choose(item.index) : undefined}
                onClick={(event) => onRowClick(event, item.index)}
                onDoubleClick={() => row !== undefined && !props.clickOpens && onOpen?.(row, item.index)}
                testId={props.rowTestId}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
