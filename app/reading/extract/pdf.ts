import { createRequire } from 'node:module';
import path from 'node:path';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Glyphs, Page } from '../layout/glyphs.ts';
import { LIMITS } from './limits.ts';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfPage = Awaited<ReturnType<Awaited<ReturnType<Pdfjs['getDocument']>['promise']>['getPage']>>;

let library: Promise<Pdfjs> | null = null;
/** Loaded with the first document: it costs a fifth of a second and some ten megabytes. */
const load = (): Promise<Pdfjs> => {
  library ??= import('pdfjs-dist/legacy/build/pdf.mjs');
  return library;
};

/** Data files beside the library, with a slash at the end as it wants them. */
function dataFolder(name: string): string {
  const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return `${path.join(root, name)}/`;
}

/** Nothing is fetched, nothing evaluated, nothing drawn. */
const options = (data: Uint8Array) => ({
  data,
  isEvalSupported: false,
  useWorkerFetch: false,
  useSystemFonts: false,
  useWasm: false,
  disableFontFace: true,
  enableXfa: false,
  standardFontDataUrl: dataFolder('standard_fonts'),
  cMapUrl: dataFolder('cmaps'),
  cMapPacked: true,
  verbosity: 0,
});

/** Angles that differ by less are one, in radians. */
const STEP = Math.PI / 180;

type Matrix = readonly [number, number, number, number, number, number];
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** Where a piece stands on the page as it is shown, in the frame turned back by its own angle. */
function placed(item: Item, viewport: Matrix): { angle: number; glyphs: Glyphs } | null {
  const [a, b, c, d, e, f] = times(viewport, item.transform as unknown as Matrix);
  const size = Math.hypot(c, d);
  if (![a, b, e, f, size, item.width].every(Number.isFinite) || size === 0) return null;
  const angle = Math.round(Math.atan2(b, a) / STEP) * STEP || 0;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { angle, glyphs: { text: item.str, x: e * cos + f * sin, baseline: f * cos - e * sin, width: item.width, size } };
}

async function readPage(page: PdfPage, number: number): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const byAngle = new Map<number, Glyphs[]>();
  for (const item of items.slice(0, LIMITS.pieces)) {
    const found = 'str' in item ? placed(item, viewport.transform as unknown as Matrix) : null;
    if (!found) continue;
    const pieces = byAngle.get(found.angle);
    if (pieces) pieces.push(found.glyphs);
    else byAngle.set(found.angle, [found.glyphs]);
  }
  page.cleanup();
  return { number, width: viewport.width, height: viewport.height, byAngle };
}

const CODES: Readonly<Record<string, string>> = { PasswordException: 'reading.password' };

export interface PdfText {
  /** As many as were read. */
  readonly pages: readonly Page[];
  /** As many as the document says it has. */
  readonly count: number;
}

/**
 * The text of a PDF with its places.
 * @param bytes taken over: not to be used afterwards
 * @throws GuichetError `reading.password`, `reading.damaged`
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const { getDocument } = await load();
  // A Buffer is refused by the library, though it is a Uint8Array.
  const task = getDocument(options(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  try {
    const pdf = await task.promise;
    const pages: Page[] = [];
    let pieces = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, LIMITS.pages); number++) {
      const page = await pdf
        .getPage(number)
        .then((found) => readPage(found, number))
        .catch(() => null);
      // One page that is not in order does not take the others with it.
      if (page === null) continue;
      pages.push(page);
      for (const each of page.byAngle.values()) pieces += each.length;
      if (pieces > 4 * LIMITS.pieces) break;
    }
    if (pages.length === 0) throw new GuichetError('reading.damaged');
    return { pages, count: pdf.numPages };
  } catch (cause) {
    if (cause instanceof GuichetError) throw cause;
    const name = cause instanceof Error ? cause.name : '';
    throw new GuichetError(CODES[name] ?? 'reading.damaged', { cause });
  } finally {
    await task.destroy();
  }
}
