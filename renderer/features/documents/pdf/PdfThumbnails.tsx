import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { type Book, draw, release } from './book.ts';
import { type Size, sizeUnder, type Turn } from './layout.ts';
import classes from './PdfView.module.css';

const WIDTH = 72;
/** Number and margin under a picture. */
const FOOT = 26;

export interface PdfThumbnailsProps {
  readonly book: Book;
  readonly sizes: readonly Size[];
  readonly turn: Turn;
  /** The page that is read, from 1. */
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** All pages as small pictures; only those in sight are drawn. Arrow keys walk through them. */
export function PdfThumbnails({ book, sizes, turn, page, onPage }: PdfThumbnailsProps): ReactNode {
  const t = useT();
  const scroller = useRef<HTMLElement>(null);
  const heightOf = (index: number): number => {
    const { width, height } = sizeUnder(sizes[index]!, turn);
    return Math.round((WIDTH * height) / width);
  };
  const virtual = useVirtualizer({
    count: book.pages,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(index) + FOOT,
    overscan: 2,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: pages of another size or turn are measured anew
  useEffect(() => virtual.measure(), [sizes, turn]);
  useEffect(() => virtual.scrollToIndex(page - 1, { align: 'auto' }), [page, virtual]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    onPage(Math.min(book.pages, Math.max(1, page + step)));
  };
  return (
    <nav
      ref={scroller}
      className={classes.thumbnails}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: one stop of the tab key; arrow keys go on from there
      tabIndex={0}
      aria-label={t('documentPreview.thumbnails')}
      onKeyDown={onKeyDown}
      data-testid="pdf-thumbnail-list"
    >
      <div className={classes.strip} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <button
            key={index}
            type="button"
            tabIndex={-1}
            className={classes.thumbnail}
            style={{ top: start }}
            aria-current={index + 1 === page ? 'page' : undefined}
            aria-label={t('documentPreview.page', { page: index + 1, pages: book.pages })}
            onClick={() => onPage(index + 1)}
            data-testid="pdf-thumbnail"
          >
            <Thumbnail book={book} number={index + 1} turn={turn} height={heightOf(index)} />
            {index + 1}
          </button>
        ))}
      </div>
    </nav>
  );
}

function Thumbnail({
  book,
  number,
  turn,
  height,
}: {
  readonly book: Book;
  readonly number: number;
  readonly turn: Turn;
  readonly height: number;
}): ReactNode {
  const paper = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let left = false;
    let stop: (() => void) | null = null;
    const paint = async (): Promise<void> => {
      const page = await book.page(number);
      if (left) return;
      const { width, height: tall } = page.getViewport({ scale: 1 });
      const scale = (WIDTH * window.devicePixelRatio) / (turn % 2 === 0 ? width : tall);
      const { canvas, task } = draw(page, { scale, turn });
      stop = () => {
        task.cancel();
        release(canvas);
      };
      await task.promise;
      canvas.style.width = '100%';
      canvas.style.height = '100%';
      paper.current?.replaceChildren(canvas);
    };
    // One that is left while being drawn is cancelled, which is no error.
    paint().catch(() => undefined);
    return () => {
      left = true;
      stop?.();
    };
  }, [book, number, turn]);
  return <span ref={paper} className={classes.paper} style={{ width: WIDTH, height }} aria-hidden />;
}
