import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import PdfDocument from 'pdfkit';

/** Joins objects into a PDF by hand; the table of places is left out, so that a reader has to search for the objects. */
function pdfOf(objects: readonly (string | Buffer)[], trailer = '<< /Root 1 0 R /Size 99 >>'): Uint8Array {
  const parts = objects.map((object) => (typeof object === 'string' ? Buffer.from(object, 'latin1') : object));
  const body = Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts.flatMap((part) => [part, Buffer.from('\n')])]);
  return new Uint8Array(Buffer.concat([body, Buffer.from(`trailer ${trailer}\nstartxref\n0\n%%EOF\n`)]));
}

const FONT = '9 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj';
const PAGE = '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 9 0 R >> >> >> endobj';
const CATALOG = '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj';
const PAGES = '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj';
const stream = (number: number, content: Buffer, dictionary = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`${number} 0 obj << /Length ${content.length} ${dictionary} >> stream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream endobj'),
  ]);

/** A page whose content unpacks to so many times 10 MB. */
function bomb(times: number): Uint8Array {
  const chunk = Buffer.alloc(10 * 1024 * 1024, ' ');
  const packed = deflateSync(Buffer.concat(Array.from({ length: times }, () => chunk)), { level: 1 });
  return pdfOf([CATALOG, PAGES, PAGE, FONT, stream(4, packed, '/Filter /FlateDecode')]);
}

/** Packed a thousandfold twice over: some kilobytes that ask for gigabytes. */
function doubleBomb(): Uint8Array {
  const chunk = Buffer.alloc(64 * 1024 * 1024);
  const once = deflateSync(Buffer.concat(Array.from({ length: 24 }, () => chunk)), { level: 9 });
  return pdfOf([CATALOG, PAGES, PAGE, FONT, stream(4, deflateSync(once, { level: 9 }), '/Filter [/FlateDecode /FlateDecode]')]);
}

async function encrypted(): Promise<Uint8Array> {
  const pdf = new PdfDocument({ userPassword: 'secret', ownerPassword: 'other', pdfVersion: '1.7' });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => pdf.on('end', resolve));
  pdf.text('Montant à payer : 12,00 EUR');
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Form objects that draw each other for ever. */
const loop = (): Uint8Array =>
  pdfOf([
    CATALOG,
    PAGES,
    PAGE.replace('/Font <<', '/XObject << /X 5 0 R >> /Font <<'),
    FONT,
    stream(4, Buffer.from('/X Do')),
    stream(
      5,
      Buffer.from('/X Do /Y Do'),
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R /Y 6 0 R >> >>',
    ),
    stream(6, Buffer.from('/X Do'), '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>'),
  ]);

/** Each form draws the next ten times: ten to the power of nine. */
function cascade(): Uint8Array {
  const forms = Array.from({ length: 9 }, (_, index) => {
    const next = index === 8 ? 'BT /F 9 Tf (x) Tj ET' : Array(10).fill(`/N Do`).join(' ');
    const resources = index === 8 ? '/Font << /F 9 0 R >>' : `/XObject << /N ${21 + index} 0 R >>`;
    return stream(20 + index, Buffer.from(next), `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${resources} >>`);
  });
  return pdfOf([
    CATALOG,
    PAGES,
    PAGE.replace('/Font <<', '/XObject << /N 20 0 R >> /Font <<'),
    FONT,
    stream(4, Buffer.from('/N Do')),
    ...forms,
  ]);
}

/** A tree of pages that holds itself. */
const pageLoop = (): Uint8Array => pdfOf([CATALOG, '2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >> endobj']);

const nested = (): Uint8Array =>
  pdfOf([
    CATALOG,
    PAGES,
    PAGE,
    FONT,
    stream(4, Buffer.from(`${'['.repeat(300_000)}${']'.repeat(300_000)} TJ`)),
    `5 0 obj ${'<</A '.repeat(50_000)}1${'>>'.repeat(50_000)} endobj`,
  ]);

const manyPages = (): Uint8Array =>
  pdfOf([
    CATALOG,
    `2 0 obj << /Type /Pages /Kids [${'3 0 R '.repeat(60_000)}] /Count 60000 >> endobj`,
    PAGE,
    FONT,
    stream(4, Buffer.from('BT /F 9 Tf 50 700 Td (Page) Tj ET')),
  ]);

export interface Hostile {
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** What must come of it; `read` when a reader may get something out of it. */
  readonly states: readonly ('read' | 'unreadable')[];
}

/** Documents made to bring a reader down. */
export const HOSTILE: readonly Hostile[] = [
  { name: 'forms that draw themselves', make: loop, states: ['read', 'unreadable'] },
  { name: 'a billion drawings', make: cascade, states: ['read', 'unreadable'] },
  { name: 'pages that hold themselves', make: pageLoop, states: ['read', 'unreadable'] },
  { name: 'deep nesting', make: nested, states: ['read', 'unreadable'] },
  { name: 'sixty thousand pages', make: manyPages, states: ['read', 'unreadable'] },
  { name: 'a stream of 100 MB', make: () => bomb(10), states: ['read', 'unreadable'] },
  { name: 'a stream packed twice', make: doubleBomb, states: ['read', 'unreadable'] },
  { name: 'a password', make: encrypted, states: ['unreadable'] },
  { name: 'cut short', make: () => bomb(1).slice(0, 400), states: ['unreadable', 'read'] },
  { name: 'noise', make: () => new Uint8Array(Buffer.from(`%PDF-1.4\n${'\u0000ÿ<<[('.repeat(20_000)}`)), states: ['unreadable', 'read'] },
];

/** An office document whose text unpacks to 200 MB. */
export const zipBomb = (): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': new Uint8Array(200 * 1024 * 1024) });
/** One that says it is small and is not. */
export function lyingZip(): Uint8Array {
  const zip = zipSync({ 'word/document.xml': new Uint8Array(64 * 1024 * 1024) });
  const view = new DataView(zip.buffer, zip.byteOffset);
  // The size before packing, in the local header and in the directory.
  view.setUint32(22, 1000, true);
  for (let at = zip.length - 100; at > 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + 24, 1000, true);
    break;
  }
  return zip;
}
export const laughs = (): Uint8Array =>
  strToU8(
    `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">${'bcdefghij'
      .split('')
      .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`)
      .join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&j;&x;</r>`,
  );
