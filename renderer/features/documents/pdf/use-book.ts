import { useEffect, useState } from 'react';
import { type Book, createBook, sizeOf } from './book.ts';
import { openPdf, type PdfTrouble, troubleOf } from './engine.ts';
import type { Size } from './layout.ts';

export interface OpenBook {
  readonly book: Book;
  /** Of every page in points; those not yet looked at are taken to be like the first. */
  readonly sizes: readonly Size[];
}

const AT_A_TIME = 40;

/** Opens a PDF, then learns how large its pages are, some at a time. `null` until its first page is known. */
export function useBook(bytes: Uint8Array): OpenBook | PdfTrouble | null {
  const [outcome, setOutcome] = useState<OpenBook | PdfTrouble | null>(null);
  useEffect(() => {
    let left = false;
    const opened = openPdf(bytes);
    const read = async (): Promise<void> => {
      const book = createBook(await opened.document);
      const first = sizeOf(await book.page(1));
      const sizes = Array.from({ length: book.pages }, () => first);
      if (!left) setOutcome({ book, sizes: [...sizes] });
      for (let from = 2; from <= book.pages && !left; from += AT_A_TIME) {
        const numbers = Array.from({ length: Math.min(AT_A_TIME, book.pages - from + 1) }, (_, index) => from + index);
        const found = await Promise.all(numbers.map(async (number) => sizeOf(await book.page(number))));
        const differ = found.some(({ width, height }) => width !== first.width || height !== first.height);
        for (const [index, size] of found.entries()) sizes[from - 1 + index] = size;
        if (differ && !left) setOutcome({ book, sizes: [...sizes] });
      }
    };
    setOutcome(null);
    read().catch((error: unknown) => {
      if (!left) setOutcome((now) => now ?? troubleOf(error));
    });
    return () => {
      left = true;
      opened.close();
    };
  }, [bytes]);
  return outcome;
}
