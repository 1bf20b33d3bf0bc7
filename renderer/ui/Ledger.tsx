import { useHotkeys } from '@mantine/hooks';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, type Ref, useEffect, useId, useMemo, useRef } from 'react';
import classes from './Ledger.module.css';
import { LedgerHead } from './LedgerHead.tsx';
import { LedgerRow, type LedgerRowActions } from './LedgerRow.tsx';
import { LedgerSectionHead } from './LedgerSectionHead.tsx';
import { ledgerMove } from './ledger-keys.ts';
import { type LedgerSection, ledgerLayout } from './ledger-layout.ts';
import type { Column, LedgerSort } from './ledger-types.ts';
import { extend, isSelected, type Selection, selectedCount, toggle } from './selection.ts';

export type { Column, LedgerSort } from './ledger-types.ts';

export interface LedgerProps<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly count: number;
  /** What the rows are divided by; their counts add up to `count`. */
  readonly sections?: readonly LedgerSection[] | undefined;
  readonly onFold?: (key: string) => void;
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
  /** A range reached over rows that are not loaded and that the selection therefore lacks. */
  readonly onGap?: (from: number, to: number) => void;
  readonly sort?: LedgerSort;
  readonly onSort?: (by: string) => void;
  /** Rows on the screen and a little around them; compare by content. */
  readonly onRange?: (rows: readonly number[]) => void;
  /** Keys the list does not know; answers whether it was one of the view's. */
  readonly onKey?: (key: string, row: T | undefined) => boolean;
  /** What the space bar does, where it does not choose the row. */
  readonly onSpace?: () => void;
  /** Emphasis of a row: unread rows stand bold. */
  readonly strong?: (row: T) => boolean;
  /** Each row has a second line, which its main cell fills. */
  readonly twoLines?: boolean;
  readonly rowTestId: string;
  readonly testId: string;
  readonly focusRef?: Ref<HTMLDivElement>;
}

export const ROW_HEIGHT = 32;
const TWO_LINES = 52;
const HEAD_HEIGHT = 28;
const OVERSCAN = 12;

/** A dense, virtual, keyboard-driven table over any number of rows. */
export function Ledger<T>(props: LedgerProps<T>): ReactNode {
  const { columns, count, sections, rowAt, keyOf, active, onActive, selection, onSelection, onOpen, onRange } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const layout = useMemo(() => ledgerLayout(count, sections), [count, sections]);
  const rowHeight = props.twoLines ? TWO_LINES : ROW_HEIGHT;
  const virtual = useVirtualizer({
    count: layout.items,
    getScrollElement: () => scroller.current,
    estimateSize: (item) => (layout.itemAt(item).kind === 'head' ? HEAD_HEIGHT : rowHeight),
    overscan: OVERSCAN,
    // The head covers as much as it pushes the rows down; so does the head of the section on the screen.
    scrollPaddingEnd: HEAD_HEIGHT,
    scrollPaddingStart: sections ? HEAD_HEIGHT : 0,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const head = layout.headOf(range.startIndex);
      return head === null || shown.includes(head) ? shown : [head, ...shown];
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout has other heights
  useEffect(() => virtual.measure(), [layout, rowHeight, virtual]);
  // From elsewhere in the view the first press leads into the list; the list hears the next ones itself.
  const enter = (): void => {
    const grid = scroller.current?.querySelector<HTMLElement>('[role="grid"]');
    if (!grid || grid === document.activeElement) return;
    grid.focus();
    if (active === null && layout.steps > 0) onActive(layout.rowOfStep(0));
  };
  useHotkeys([
    ['j', enter],
    ['k', enter],
  ]);
  const items = virtual.getVirtualItems();
  // Rows that leave the screen become those that enter it: making them anew would cost each frame of a fast scroll.
  const most = useRef(1);
  most.current = Math.max(most.current, items.length);
  const sticky = layout.headOf(virtual.range?.startIndex ?? 0);
  const rowsShown = items.flatMap(({ index }) => {
    const item = layout.itemAt(index);
    return item.kind === 'row' ? [item.row] : [];
  });
  const shownKey = rowsShown.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the rows
  useEffect(() => onRange?.(rowsShown), [shownKey, onRange]);
  useEffect(() => {
    if (active !== null) virtual.scrollToIndex(layout.itemOf(active), { align: 'auto' });
  }, [active, layout, virtual]);

  const tracks = `${onSelection ? '32px ' : ''}${columns.map((column) => column.width).join(' ')}`;
  const least = columns.reduce((sum, column) => sum + (column.min ?? (Number.parseInt(column.width, 10) || 0)), onSelection ? 48 : 16);
  const keyAt = (index: number): string | undefined => {
    const row = rowAt(index);
    return row === undefined ? undefined : keyOf(row);
  };
  const choose = (index: number): void => {
    const key = keyAt(index);
    if (key !== undefined && selection && onSelection) onSelection(toggle(selection, index, key));
  };
  const reach = (to: number): void => {
    if (!selection || !onSelection) return;
    const from = selection.anchor ?? active ?? to;
    onSelection(extend({ ...selection, anchor: from }, to, keyAt));
    const [low, high] = from < to ? [from, to] : [to, from];
    for (let row = low; row <= high; row++) {
      if (rowAt(row) !== undefined) continue;
      props.onGap?.(low, high);
      return;
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target instanceof HTMLElement && event.target !== event.currentTarget && event.target.closest('button, input, a')) return;
    const row = active === null ? undefined : rowAt(active);
    if (event.key === ' ' && !event.ctrlKey && !event.metaKey && !event.altKey && props.onSpace) {
      event.preventDefault();
      props.onSpace();
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const move = ledgerMove(event, active === null ? null : layout.stepOf(active), layout.steps, page);
    if (move === null) {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && props.onKey?.(event.key, row)) event.preventDefault();
      return;
    }
    if (move.kind === 'selectAll' && !props.onSelectAll) return;
    event.preventDefault();
    if (move.kind === 'move') {
      const to = layout.rowOfStep(move.to);
      if (move.extend) reach(to);
      onActive(to);
    } else if (move.kind === 'open') {
      if (row !== undefined && active !== null) onOpen?.(row, active);
    } else if (move.kind === 'toggle') choose(active ?? 0);
    else props.onSelectAll?.();
  };
  const onRowClick = (event: MouseEvent, index: number): void => {
    onActive(index);
    if (selection && onSelection && event.shiftKey) reach(index);
    else if (selection && onSelection && (event.ctrlKey || event.metaKey)) choose(index);
    else if (props.clickOpens) open(index);
  };
  const open = (index: number): void => {
    const row = rowAt(index);
    if (row !== undefined) onOpen?.(row, index);
  };
  // Rows keep the same actions from one frame to the next, so that scrolling draws only the rows that are new.
  const latest = useRef({ choose, onRowClick, open, clickOpens: props.clickOpens });
  latest.current = { choose, onRowClick, open, clickOpens: props.clickOpens };
  const actions = useMemo<LedgerRowActions>(
    () => ({
      toggle: (index) => latest.current.choose(index),
      click: (event, index) => latest.current.onRowClick(event, index),
      doubleClick: (index) => !latest.current.clickOpens && latest.current.open(index),
    }),
    [],
  );

  return (
    <div ref={scroller} className={classes.scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a table element */}
      <div
        ref={props.focusRef}
        role="grid"
        aria-label={props.label}
        aria-rowcount={layout.items + 1}
        aria-colcount={columns.length + (onSelection ? 1 : 0)}
        aria-multiselectable={onSelection ? true : undefined}
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        tabIndex={0}
        className={classes.grid}
        style={{ minWidth: least }}
        onKeyDown={onKeyDown}
        data-testid={props.testId}
        data-count={count}
      >
        <LedgerHead
          columns={columns}
          tracks={tracks}
          selectable={onSelection !== undefined}
          selected={selection ? selectedCount(selection, count) : 0}
          count={count}
          onSelectAll={props.onSelectAll}
          sort={props.sort}
          onSort={props.onSort}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div className={classes.rows} style={{ height: virtual.getTotalSize() }} role="rowgroup">
          {items.map((item) => {
            const at = layout.itemAt(item.index);
            if (at.kind === 'head') {
              const section = sections?.[at.section];
              return (
                section && (
                  <LedgerSectionHead
                    key={`head ${section.key}`}
                    section={section}
                    place={item.index}
                    span={columns.length + (onSelection ? 1 : 0)}
                    top={item.index === sticky ? null : item.start}
                    onFold={props.onFold}
                  />
                )
              );
            }
            const row = rowAt(at.row);
            const key = row === undefined ? undefined : keyOf(row);
            return (
              <LedgerRow
                key={item.index % most.current}
                id={`${id}-${at.row}`}
                index={at.row}
                place={item.index}
                top={item.start}
                tracks={tracks}
                columns={columns}
                row={row}
                rowKey={key}
                active={at.row === active}
                strong={row !== undefined && (props.strong?.(row) ?? false)}
                selected={selection !== undefined && key !== undefined && isSelected(selection, key)}
                selectable={onSelection !== undefined}
                twoLines={props.twoLines ?? false}
                actions={actions}
                testId={props.rowTestId}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
