import { ActionIcon, Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useDeferredValue, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { NO_VIEWER, scrollByKey, type Viewer } from '../viewer.ts';
import { FindBar } from './FindBar.tsx';
import { findIn, fold } from './fold.ts';
import { type Line, unfolded } from './lines.ts';
import { TextLine } from './TextLine.tsx';
import classes from './TextView.module.css';
import { stepOf, useFind } from './use-find.ts';

export interface TextViewProps {
  readonly lines: readonly Line[];
  readonly look: 'xml' | 'plain' | 'prose';
  readonly name: string;
  readonly note?: string;
  readonly viewerRef: Ref<Viewer>;
}

const NOTHING_FOLDED: ReadonlySet<number> = new Set();
const NO_MARKS: readonly (readonly [number, number])[] = [];
const ROW = 18;

interface Hit {
  readonly line: number;
  readonly marks: readonly (readonly [number, number])[];
}

/** A text of any length, line by line; only the lines in sight are there. */
export function TextView({ lines, look, name, note, viewerRef }: TextViewProps): ReactNode {
  const t = useT();
  const scroller = useRef<HTMLElement>(null);
  const [folded, setFolded] = useState(NOTHING_FOLDED);
  const find = useFind();
  const query = useDeferredValue(find.settled);
  const hits = useMemo<Hit[]>(() => {
    if (query.trim() === '') return [];
    return lines.flatMap(({ text }, line) => {
      const marks = findIn(fold(text), query);
      return marks.length > 0 ? [{ line, marks }] : [];
    });
  }, [lines, query]);
  const places = useMemo(() => hits.flatMap(({ line, marks }) => marks.map((_, on) => ({ line, on }))), [hits]);
  const marksOf = useMemo(() => new Map(hits.map(({ line, marks }) => [line, marks])), [hits]);
  const [at, setAt] = useState(0);
  const shown = useMemo(() => unfolded(lines, folded), [lines, folded]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 20,
  });

  const toHit = (index: number): void => {
    setAt(index);
    const place = places[index];
    if (!place) return;
    // What hides the hit opens.
    const open = new Set([...folded].filter((line) => !(line < place.line && (lines[line]?.end ?? 0) >= place.line)));
    if (open.size !== folded.size) setFolded(open);
    const row = (open.size === folded.size ? shown : unfolded(lines, open)).indexOf(place.line);
    requestAnimationFrame(() => virtual.scrollToIndex(Math.max(0, row), { align: 'center' }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new search begins at its first hit
  useEffect(() => toHit(0), [places]);
  useImperativeHandle(viewerRef, () => ({
    ...NO_VIEWER,
    find: find.show,
    scroll: (key) => scroller.current !== null && scrollByKey(scroller.current, key),
  }));
  const toggle = (line: number): void => {
    const next = new Set(folded);
    if (!next.delete(line)) next.add(line);
    setFolded(next);
  };
  const foldable = look === 'xml' && lines.some(({ end }) => end !== null);
  const allFolded = (): Set<number> => new Set(lines.flatMap(({ end, depth }, index) => (end !== null && depth > 0 ? [index] : [])));
  const now = places[at];

  return (
    <div className={classes.view} data-testid="doc-text" data-look={look}>
      <div className={classes.tools}>
        <span className={classes.note}>{note ?? t('documentPreview.lines', { count: lines.length })}</span>
        {foldable && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => setFolded(folded.size > 0 ? NOTHING_FOLDED : allFolded())}
            data-testid="text-fold-all"
          >
            {t(folded.size > 0 ? 'documentPreview.unfoldAll' : 'documentPreview.foldAll')}
          </Button>
        )}
        <CopyButton text={() => lines.map(({ depth, text }) => '  '.repeat(depth) + text).join('\n')} />
        <ActionIcon
          onClick={find.open ? find.close : find.show}
          aria-label={t('documentPreview.find')}
          title={t('documentPreview.find')}
          aria-pressed={find.open}
          data-testid="text-find"
        >
          <IconSearch size={16} />
        </ActionIcon>
      </div>
      {find.open && (
        <FindBar
          query={find.query}
          onQuery={find.type}
          count={places.length}
          index={at}
          busy={query !== find.query}
          onStep={(step) => toHit(stepOf(at, step, places.length))}
          onClose={() => {
            find.close();
            scroller.current?.focus();
          }}
          asked={find.asked}
        />
      )}
      <section
        ref={scroller}
        className={classes.lines}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys must be able to scroll the text
        tabIndex={0}
        aria-label={name}
      >
        <div className={classes.all} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = shown[index]!;
            return (
              <div
                key={line}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                <TextLine
                  line={lines[line]!}
                  look={look}
                  folded={folded.has(line)}
                  onFold={() => toggle(line)}
                  marks={marksOf.get(line) ?? NO_MARKS}
                  now={now?.line === line ? now.on : null}
                />
              </div>
            );
          })}
        </div>
      </section>
    </div>
  );
}
