import { type Book, draw, release, sizeOf } from './book.ts';
import { type Size, sizeUnder, type Turn, turned } from './layout.ts';

/** Dots per point on paper: 200 per inch, at which small print is clean and a page takes some hundred kB. */
const DOTS_PER_POINT = 200 / 72;
const MARK = 'data-guichet-print';

/** Pages lying otherwise than the first are turned once more, so that each fills its sheet. */
export const printTurn = (page: Size, first: Size, turn: Turn): Turn => {
  const lies = ({ width, height }: Size): boolean => width > height;
  return lies(sizeUnder(page, turn)) === lies(sizeUnder(first, turn)) ? turn : turned(turn);
};

export interface PrintJob {
  readonly book: Book;
  readonly from: number;
  readonly to: number;
  readonly turn: Turn;
  /** Called before each page is drawn. */
  readonly onPage: (page: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Puts the pages as pictures on sheets of their size and calls the system's print dialog. Pictures, not the file: so no other program reads
 * what came from outside, the same reader draws screen and paper, and nothing leaves the window's own content policy.
 */
export async function printPages({ book, from, to, turn, onPage, signal }: PrintJob): Promise<void> {
  const first = sizeOf(await book.page(from));
  const urls: string[] = [];
  const sheets = document.createElement('div');
  sheets.setAttribute(MARK, '');
  try {
    for (let number = from; number <= to; number++) {
      signal.throwIfAborted();
      onPage(number);
      const blob = await picture(book, number, first, turn);
      urls.push(URL.createObjectURL(blob));
      const image = document.createElement('img');
      image.src = urls.at(-1)!;
      image.alt = '';
      const sheet = document.createElement('div');
      sheet.append(image);
      sheets.append(sheet);
      await image.decode();
    }
    signal.throwIfAborted();
  } catch (error) {
    for (const url of urls) URL.revokeObjectURL(url);
    throw error;
  }
  show(sheets, sizeUnder(first, turn), () => {
    for (const url of urls) URL.revokeObjectURL(url);
  });
}

async function picture(book: Book, number: number, first: Size, turn: Turn): Promise<Blob> {
  const page = await book.page(number);
  const { canvas, task } = draw(page, { scale: DOTS_PER_POINT, turn: printTurn(sizeOf(page), first, turn), intent: 'print' });
  try {
    await task.promise;
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
    });
  } finally {
    release(canvas);
    page.cleanup();
  }
}

/** Shows the sheets on paper only, until printing is over. */
function show(sheets: HTMLElement, { width, height }: Size, after: () => void): void {
  document.querySelector(`[${MARK}]`)?.remove();
  const style = new CSSStyleSheet();
  style.replaceSync(`
    @page { size: ${width}pt ${height}pt; margin: 0; }
    @media screen { [${MARK}] { display: none; } }
    @media print {
      html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
      body > :not([${MARK}]) { display: none !important; }
      [${MARK}] > div { width: ${width}pt; height: ${height - 0.5}pt; overflow: hidden; break-after: page; break-inside: avoid; }
      [${MARK}] > div:last-child { break-after: auto; }
      [${MARK}] img { display: block; width: 100%; height: 100%; object-fit: contain; }
    }`);
  document.adoptedStyleSheets.push(style);
  document.body.append(sheets);
  window.addEventListener(
    'afterprint',
    () => {
      sheets.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style);
      after();
    },
    { once: true },
  );
  window.print();
}
