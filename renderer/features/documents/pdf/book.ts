import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Size, Turn } from './layout.ts';
import { type PageText, pageText, type Run } from './page-text.ts';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** An open PDF. Pages count from 1; what is asked twice is read once. */
export interface Book {
  readonly document: PDFDocumentProxy;
  readonly pages: number;
  page(number: number): Promise<PDFPageProxy>;
  /** Words of a page as the document holds them. */
  content(number: number): Promise<TextContent>;
  text(number: number): Promise<PageText>;
}

export function createBook(document: PDFDocumentProxy): Book {
  const contents = new Map<number, Promise<TextContent>>();
  const texts = new Map<number, Promise<PageText>>();
  const once = <T>(kept: Map<number, Promise<T>>, number: number, read: () => Promise<T>): Promise<T> => {
    const known = kept.get(number);
    if (known) return known;
    const reading = read();
    kept.set(number, reading);
    return reading;
  };
  const book: Book = {
    document,
    pages: document.numPages,
    page: (number) => document.getPage(number),
    content: (number) => once(contents, number, async () => (await document.getPage(number)).getTextContent()),
    text: (number) =>
      once(texts, number, async () => {
        const { items } = await book.content(number);
        return pageText(items.filter((item): item is Run & typeof item => 'str' in item));
      }),
  };
  return book;
}

export const sizeOf = (page: PDFPageProxy): Size => {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
};

/** What shows a page at a scale, turned by quarters beside what the document says. */
export const viewportOf = (page: PDFPageProxy, scale: number, turn: Turn): ReturnType<PDFPageProxy['getViewport']> =>
  page.getViewport({ scale, rotation: (page.rotate + turn * 90) % 360 });

/** Draws a page on a canvas of its own. `cancel` ends it early; the promise then fails. */
export function draw(
  page: PDFPageProxy,
  { scale, turn, intent = 'display' }: { readonly scale: number; readonly turn: Turn; readonly intent?: 'display' | 'print' },
): { readonly canvas: HTMLCanvasElement; readonly task: RenderTask } {
  const viewport = viewportOf(page, scale, turn);
  const canvas = window.document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  return { canvas, task: page.render({ canvas, viewport, intent }) };
}

/** Gives a canvas's memory back at once; the collector would take its time. */
export function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
  canvas.remove();
}
