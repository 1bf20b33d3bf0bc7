import { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Book, viewportOf } from './book.ts';
import { highlight } from './highlights.ts';
import type { Turn } from './layout.ts';
import classes from './PdfText.module.css';
import type { Part } from './page-text.ts';

export interface PdfTextProps {
  readonly book: Book;
  readonly number: number;
  readonly scale: number;
  readonly turn: Turn;
  /** What a search found on this page, and which of it is looked at. */
  readonly hits: readonly (readonly Part[])[];
  readonly now: number | null;
}

const NO_WORDS: readonly HTMLElement[] = [];

/** The words of a page, unseen over its picture, so that they can be selected, copied and found. */
export function PdfText({ book, number, scale, turn, hits, now }: PdfTextProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState(NO_WORDS);
  useEffect(() => {
    const container = frame.current;
    if (!container) return;
    let layer: TextLayer | null = null;
    let left = false;
    const read = async (): Promise<void> => {
      const [page, content] = await Promise.all([book.page(number), book.content(number)]);
      if (left) return;
      // Sizes follow the scale by a variable, so a change of zoom lays nothing out anew.
      layer = new TextLayer({ textContentSource: content, container, viewport: viewportOf(page, 1, turn) });
      await layer.render();
      if (!left) setWords(layer.textDivs);
    };
    // A page that is left while being read is cancelled, which is no error.
    read().catch(() => undefined);
    return () => {
      left = true;
      layer?.cancel();
      setWords(NO_WORDS);
      container.replaceChildren();
    };
  }, [book, number, turn]);

  useEffect(() => {
    const rangesOf = (parts: readonly Part[]): Range[] => parts.flatMap((part) => rangeIn(words[part.run], part) ?? []);
    const undo = [
      highlight(
        'guichet-hit',
        hits.flatMap((parts, index) => (index === now ? [] : rangesOf(parts))),
      ),
      highlight('guichet-hit-now', now === null ? [] : rangesOf(hits[now] ?? [])),
    ];
    return () => {
      for (const take of undo) take();
    };
  }, [words, hits, now]);

  return <div ref={frame} className={classes.text} style={{ '--total-scale-factor': scale } as CSSProperties} data-testid="pdf-text" />;
}

function rangeIn(word: HTMLElement | undefined, { start, end }: Part): Range | null {
  const text = word?.firstChild;
  if (!(text instanceof Text) || end > text.length) return null;
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}
