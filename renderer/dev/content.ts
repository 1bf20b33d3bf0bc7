import type { Fact, FactKind } from '#shared/contract/reading.ts';

const WIDTH = 595;
const HEIGHT = 842;
/** Courier is as wide for every letter. */
const LETTER = 0.6;

/** Lines of the first page with what a reader finds in them. */
const FACTS: readonly (readonly [line: number, before: string, written: string, kind: FactKind, value: string])[] = [
  [3, 'Montant restant a payer : ', '1.204,00 EUR', 'amount', '120400'],
  [4, 'A payer au plus tard le ', '2 decembre 2026', 'dueOn', '2026-12-02'],
  [5, 'Sur le compte ', 'BE22 6792 0030 0047', 'iban', 'BE22679200300047'],
  [6, 'Communication : ', '+++047/7472/70195+++', 'communication', '047747270195'],
  [7, 'Periode : ', '3e trimestre 2026', 'period', '2026-Q3'],
];
const SIZE = 11;
const LINE = 22;
const LEFT = 60;
const TOP = 770;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^ -~]/g, '')
    .replace(/[()\\]/g, '');

/** What is found in that PDF, and where. */
export function factsOfPdf(): Fact[] {
  return FACTS.map(([line, before, written, kind, value]) => ({
    kind,
    value,
    written,
    source: 'machine',
    page: 1,
    boxes: [
      {
        x: (LEFT + before.length * SIZE * LETTER) / WIDTH,
        y: (HEIGHT - (TOP - line * LINE) - SIZE * 0.85) / HEIGHT,
        width: (written.length * SIZE * LETTER) / WIDTH,
        height: (SIZE * 1.15) / HEIGHT,
      },
    ],
  }));
}

/** A PDF written by hand: a letter, then pages of lines. */
function pdf(title: string, pages: number): Uint8Array<ArrayBuffer> {
  const kids = Array.from({ length: pages }, (_, page) => `${4 + page * 2} 0 R`).join(' ');
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
  ];
  for (let page = 1; page <= pages; page++) {
    const at = (line: number): string => {
      const fact = page === 1 ? FACTS.find(([of]) => of === line) : undefined;
      return fact ? fact[1] + fact[2] : `Ligne ${line} : lorem ipsum, article ${line}, page ${page}`;
    };
    const lines = Array.from({ length: 30 }, (_, line) => `0 -${LINE} Td (${at(line + 1)}) Tj`);
    const text = `BT /F1 16 Tf ${LEFT} ${TOP} Td (${title.slice(0, 44)}) Tj /F1 ${SIZE} Tf ${lines.join(' ')} ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    objects.push(`<< /Length ${text.length} >>\nstream\n${text}\nendstream`);
  }
  const parts = ['%PDF-1.4\n'];
  let length = parts[0]!.length;
  const offsets = objects.map((object, index) => {
    const start = length;
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    parts.push(part);
    length += part.length;
    return start;
  });
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  parts.push(offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join(''));
  parts.push(`trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF`);
  return Uint8Array.from(parts.join(''), (char) => char.charCodeAt(0));
}

const grids = Array.from({ length: 400 }, (_, index) => `<Grid number="${index % 100}">${(index * 37.5).toFixed(2)}</Grid>`).join('');
const xml = `<?xml version="1.0" encoding="UTF-8"?><!-- Écho --><Receipt xmlns="urn:test"><Sender><Name>Cabinet Exemple SRL</Name></Sender><Declaration period="2026-10">${grids}</Declaration></Receipt>`;

/** How many pages the handmade PDF of a document has: most three, one in fifty three hundred. */
const pagesOf = (index: number): number => (index % 50 === 7 ? 300 : 3);

/** @param index of the document among all; one in fifty is damaged */
export function contentOf(mimeType: string | null, title: string, index: number): Uint8Array<ArrayBuffer> {
  if (mimeType !== 'application/pdf') return new TextEncoder().encode(xml);
  return index % 50 === 13 ? new TextEncoder().encode('%PDF-1.7 cut short') : pdf(plain(title), pagesOf(index));
}
