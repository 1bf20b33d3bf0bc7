import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Book, draw, release } from './book.ts';
import { type Box, boxUnder, type Size, type Turn } from './layout.ts';
import { PdfText } from './PdfText.tsx';
import classes from './PdfView.module.css';
import type { Part } from './page-text.ts';
import { sharpness } from './zoom.ts';

/** A place on a page worth seeing. */
export interface Mark {
  readonly key: string;
  readonly boxes: readonly Box[];
  /** Somebody asks where it is. */
  readonly strong: boolean;
}

export interface PdfPageProps {
  readonly book: Book;
  readonly number: number;
  /** Pixels for a point. */
  readonly scale: number;
  /** The scale the canvas is drawn at; follows `scale` once it rests. */
  readonly drawnScale: number;
  readonly turn: Turn;
  readonly top: number;
  /** In pixels. */
  readonly size: Size;
  readonly label: string;
  readonly marks: readonly Mark[];
  readonly hits: readonly (readonly Part[])[];
  readonly now: number | null;
}

const share = (value: number): string => `${value * 100}%`;

/** One page near the screen. Its picture goes, and its memory with it, when the page leaves. */
export function PdfPage({ book, number, scale, drawnScale, turn, top, size, label, marks, hits, now }: PdfPageProps): ReactNode {
  const picture = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLCanvasElement | null>(null);
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    let left = false;
    let stop: (() => void) | null = null;
    const paint = async (): Promise<void> => {
      const page = await book.page(number);
      if (left) return;
      const { width, height } = page.getViewport({ scale: drawnScale });
      const { canvas, task } = draw(page, { scale: drawnScale * sharpness(width, height, window.devicePixelRatio), turn });
      stop = () => {
        task.cancel();
        release(canvas);
      };
      await task.promise;
      if (left || !picture.current) return;
      stop = null;
      // The former picture stays, stretched, until the new one is whole.
      picture.current.replaceChildren(canvas);
      if (shown.current) release(shown.current);
      shown.current = canvas;
      setDrawn(true);
    };
    // A page that is left while being drawn is cancelled, which is no error.
    paint().catch(() => undefined);
    return () => {
      left = true;
      stop?.();
    };
  }, [book, number, drawnScale, turn]);

  useEffect(
    () => () => {
      if (shown.current) release(shown.current);
      shown.current = null;
      void book.page(number).then(
        (page) => page.cleanup(),
        () => undefined,
      );
    },
    [book, number],
  );

  return (
    <div
      className={classes.sheet}
      style={{ top, width: size.width, height: size.height, marginLeft: -size.width / 2 }}
      data-testid="pdf-sheet"
      data-page={number}
      data-drawn={drawn || undefined}
    >
      <div ref={picture} className={classes.picture} role="img" aria-label={label} />
      {marks.map((mark) =>
        mark.boxes.map((box, index) => {
          const { x, y, width, height } = boxUnder(box, turn);
          return (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: the boxes of a fact never move
              key={`${mark.key} ${index}`}
              className={classes.mark}
              style={{ left: share(x), top: share(y), width: share(width), height: share(height) }}
              data-strong={mark.strong || undefined}
              data-testid={`pdf-mark-${mark.key}`}
              aria-hidden
            />
          );
        }),
      )}
      {drawn && <PdfText book={book} number={number} scale={scale} turn={turn} hits={hits} now={now} />}
    </div>
  );
}
