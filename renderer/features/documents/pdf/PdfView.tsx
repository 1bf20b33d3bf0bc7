import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { usePreview } from '../preview-memory.ts';
import { FindBar } from '../text/FindBar.tsx';
import { stepOf, useFind } from '../text/use-find.ts';
import { scrollByKey, type Viewer } from '../viewer.ts';
import type { Book } from './book.ts';
import { firstFrom, hitAt } from './hits.ts';
import { GAP, layOut, type Size, sizeUnder, type Turn, turned } from './layout.ts';
import { type Mark, PdfPage } from './PdfPage.tsx';
import { PdfThumbnails } from './PdfThumbnails.tsx';
import { PdfTools } from './PdfTools.tsx';
import classes from './PdfView.module.css';
import { PrintDialog } from './PrintDialog.tsx';
import type { Part } from './page-text.ts';
import { placeOfHit } from './place-of-hit.ts';
import { usePageScroll, useRoom } from './use-scroll.ts';
import { useSearch } from './use-search.ts';
import { useWheelZoom } from './use-wheel-zoom.ts';
import { PIXELS_PER_POINT, stepZoom, type Zoom, zoomOf } from './zoom.ts';

/** A place somebody may be led to. */
export interface PageMark {
  readonly key: string;
  readonly page: number;
  readonly boxes: Mark['boxes'];
}

export interface PdfViewProps {
  readonly book: Book;
  readonly sizes: readonly Size[];
  readonly name: string;
  readonly marks: readonly PageMark[];
  /** Key of the mark somebody points at; `times` grows with each asking. */
  readonly pointed: { readonly key: string; readonly times: number } | null;
  readonly viewerRef: Ref<Viewer>;
  readonly onPrinted: (pages: number) => void;
}

const NO_HITS: readonly (readonly Part[])[] = [];
const REST_MS = 140;

/** The pages of an open PDF with what helps to read them. */
export function PdfView({ book, sizes, name, marks, pointed, viewerRef, onPrinted }: PdfViewProps): ReactNode {
  const t = useT();
  const zoom = usePreview((memory) => memory.zoom);
  const thumbnails = usePreview((memory) => memory.thumbnails);
  const remember = usePreview((memory) => memory.set);
  const [turn, setTurn] = useState<Turn>(0);
  const [printing, setPrinting] = useState(false);
  const find = useFind();
  const room = useRoom();
  const share = zoomOf(zoom, sizeUnder(sizes[0]!, turn), { width: room.width - 2 * GAP, height: room.height - 2 * GAP });
  const scale = share * PIXELS_PER_POINT;
  const [rested] = useDebouncedValue(scale, REST_MS);
  const layout = useMemo(() => layOut(sizes, scale, turn), [sizes, scale, turn]);
  const scroll = usePageScroll(layout, room);
  const found = useSearch(book, find.settled);
  const [hit, setHit] = useState(0);
  const current = find.open ? hitAt(found, hit) : null;

  const setZoom = (next: Zoom): void => remember({ zoom: next });
  const step = (by: 1 | -1): void => setZoom(stepZoom(share, by));
  useWheelZoom(room.element, step);
  useImperativeHandle(viewerRef, () => ({
    find: find.show,
    print: () => setPrinting(true),
    zoom: (by) => (by === 0 ? setZoom('width') : step(by)),
    scroll: (key) => room.element.current !== null && scrollByKey(room.element.current, key),
  }));

  const toHit = (index: number): void => {
    setHit(index);
    const place = hitAt(found, index);
    if (place) void placeOfHit(book, found, place, turn).then((box) => scroll.toBox(place.page, box));
  };
  const begun = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a search begins once, at the page that is read then
  useEffect(() => {
    if (found.query === begun.current) return;
    const reached = !found.busy || (found.pages.at(-1)?.page ?? 0) >= scroll.page;
    if (found.count === 0 || !reached) return;
    begun.current = found.query;
    toHit(firstFrom(found, scroll.page));
  }, [found]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only asking leads there, not what changes meanwhile
  useEffect(() => {
    const mark = marks.find(({ key }) => key === pointed?.key);
    if (!mark || room.height === 0) return;
    scroll.toBox(mark.page, mark.boxes[0] ?? { y: 0, height: 0.05 });
  }, [pointed?.key, pointed?.times, room.height === 0]);

  const endPrinting = (): void => {
    setPrinting(false);
    room.element.current?.focus();
  };
  const numbers = Array.from({ length: scroll.last - scroll.first + 1 }, (_, index) => scroll.first + index + 1);
  return (
    <div className={classes.preview} data-testid="pdf-preview" data-pages={book.pages} data-page={scroll.page} data-turn={turn}>
      <PdfTools
        page={scroll.page}
        pages={book.pages}
        zoom={zoom}
        share={share}
        thumbnails={thumbnails}
        finding={find.open}
        onPage={scroll.toPage}
        onZoom={setZoom}
        onStep={step}
        onTurn={() => setTurn(turned)}
        onThumbnails={() => remember({ thumbnails: !thumbnails })}
        onFind={find.open ? find.close : find.show}
        onPrint={() => setPrinting(true)}
      />
      {find.open && (
        <FindBar
          query={find.query}
          onQuery={find.type}
          count={found.count}
          index={hit}
          busy={found.busy}
          onStep={(by) => toHit(stepOf(hit, by, found.count))}
          onClose={() => {
            find.close();
            room.element.current?.focus();
          }}
          asked={find.asked}
        />
      )}
      <div className={classes.body}>
        {thumbnails && <PdfThumbnails book={book} sizes={sizes} turn={turn} page={scroll.page} onPage={scroll.toPage} />}
        <section
          ref={scroll.ref}
          className={classes.pages}
          onScroll={scroll.onScroll}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys must be able to scroll the pages
          tabIndex={0}
          aria-label={name}
          data-testid="pdf-pages"
        >
          <div className={classes.all} style={{ height: layout.height, minWidth: layout.width + 2 * GAP }}>
            {numbers.map((number) => (
              <PdfPage
                key={number}
                book={book}
                number={number}
                scale={scale}
                drawnScale={rested}
                turn={turn}
                top={layout.tops[number - 1] ?? 0}
                size={layout.sizes[number - 1] ?? { width: 0, height: 0 }}
                label={t('documentPreview.page', { page: number, pages: book.pages })}
                marks={marks.filter(({ page }) => page === number).map((mark) => ({ ...mark, strong: mark.key === pointed?.key }))}
                hits={found.pages.find(({ page }) => page === number)?.hits ?? NO_HITS}
                now={current?.page === number ? current.on : null}
              />
            ))}
          </div>
        </section>
      </div>
      {printing && <PrintDialog book={book} turn={turn} onClose={endPrinting} onPrinted={onPrinted} />}
    </div>
  );
}
