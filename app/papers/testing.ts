import type { ReturnView } from '#shared/contract/vat.ts';
import { cents } from '#shared/domain/cents.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { Grid } from '#shared/vat/types.ts';
import { GRID_CODES } from '#shared/vat/types.ts';
import type { Subject } from './subject.ts';

const ID = '01890000-0000-7000-8000-000000000001';
const DAY = '2026-11-20' as ReturnView['deadline']['legal'];

/** Every grid, each with an amount no other has; balance to pay. */
export const EVERY_GRID: Readonly<Partial<Record<Grid, ReturnType<typeof cents>>>> = Object.fromEntries(
  GRID_CODES.filter((grid) => grid !== '71' && grid !== '72').map((grid, index) => [
    grid,
    cents(99_999_999_00 + index * 1_000_00 + Number(grid)),
  ]),
);

/** A return as the screen gets it. */
export const viewOf = (change: Partial<ReturnView> = {}): ReturnView => ({
  ...{ id: ID, version: 1, clientId: ID, clientName: 'Établissements Dœring & Søn <NV>', enterpriseNumber: '0477472701', regime: 'month' },
  ...{ periodKey: '2026-10', state: 'draft', allowed: [], findings: [], fileable: true, annexes: [], carried: [], correctionsWaiting: 0 },
  content: { grids: { ...EVERY_GRID }, clientListingNihil: false, restitution: false, justifications: [] },
  deadline: { legal: DAY, effective: DAY, payBy: DAY },
  previous: null,
  approval: { mode: 'off', preparedBy: null, changedAt: '2026-07-15T08:15:00.000Z', approvedBy: null, approvedAt: null, obstacle: null },
  ...{
    queue: null,
    receiptDifferences: [],
    replaceable: false,
    untouched: false,
    discardable: false,
    discarded: false,
    filedElsewhere: null,
    signOff: null,
    refund: [],
    portal: null,
    sha256: null,
    refusal: null,
  },
  error: null,
  receipt: { pdfReference: null, xmlReference: null, pdfDocumentId: null, xmlDocumentId: null, expectedOn: null },
  evidence: [{ at: '2026-11-10T09:30:12.000Z', event: 'made', who: 'Marie Exemple', correlationId: null, status: null, sha256: null }],
  payment: null,
  ...change,
});

const party = (name: string, enterpriseNumber: string) => ({
  ...{ name, enterpriseNumber, street: 'Rue Fictive 1', postCode: '1000', city: 'Bruxelles', email: 'client@example.test' },
});

export const subjectOf = (locale: Locale, change: Partial<ReturnView> = {}): Subject => ({
  view: viewOf(change),
  client: party('Établissements Dœring & Søn <NV>', '0477472701') as Subject['client'],
  firm: party('Fiduciaire Exemple SRL', '0100000169') as Subject['client'],
  user: 'Marie Exemple',
  environment: 'production',
  t: createTranslator(locale),
  now: Date.parse('2026-11-12T08:00:00Z'),
});

/** What a checker of PDF/A-2a looks for and can be seen without one; empty when all is there. */
export async function flawsOf(bytes: Uint8Array): Promise<string[]> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const raw = Buffer.from(bytes).toString('latin1');
  const flaws: string[] = [];
  const asks = (holds: boolean, flaw: string): void => void (holds || flaws.push(flaw));
  asks(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</.test(raw), 'conformance in the metadata');
  asks(/\/GTS_PDFA1|\/S \/GTS_PDFA1/.test(raw) && raw.includes('/DestOutputProfile'), 'output intent');
  asks(/\/MarkInfo/.test(raw) && /\/Marked true/.test(raw) && /\/StructTreeRoot/.test(raw), 'marked');
  asks(/\/Lang \(/.test(raw) && /\/DisplayDocTitle true/.test(raw), 'language and title');
  asks(/^%PDF-1\.7/.test(raw) && /\/ID \[</.test(raw), 'version and identifier');
  const descriptors = raw.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
  asks(descriptors > 0 && descriptors === (raw.match(/\/FontFile[23]? \d/g)?.length ?? 0), 'every font embedded');
  asks(!/\/BaseFont \/(Helvetica|Times|Courier)/.test(raw), 'no font of the viewer');
  asks((raw.match(/\/ToUnicode/g)?.length ?? 0) >= descriptors, 'text that can be read');

  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const drawing = new Set<number>([OPS.showText, OPS.showSpacedText, OPS.fill, OPS.stroke, OPS.constructPath]);
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { fnArray } = await page.getOperatorList();
    let depth = 0;
    for (const operation of fnArray) {
      if (operation === OPS.beginMarkedContent || operation === OPS.beginMarkedContentProps) depth++;
      else if (operation === OPS.endMarkedContent) depth--;
      else if (depth === 0 && drawing.has(operation)) flaws.push(`something unmarked on page ${number}`);
    }
    asks((await page.getStructTree()) !== null, `structure of page ${number}`);
  }
  await pdf.loadingTask.destroy();
  return [...new Set(flaws)];
}

interface Read {
  readonly pages: number;
  readonly title: string;
  /** All text, a space between its pieces. */
  readonly text: string;
  /** Roles of the structure in reading order. */
  readonly roles: readonly string[];
  readonly alts: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

export async function readPdf(bytes: Uint8Array): Promise<Read> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  const nodes: Node[] = [];
  const walk = (node: Node): void => {
    if (node.role) nodes.push(node);
    node.children?.forEach(walk);
  };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) texts.push(item.str);
    walk((await page.getStructTree()) as Node);
  }
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string } };
  const read = {
    pages: pdf.numPages,
    title: info.Title ?? '',
    text: texts.join(' ').replace(/[\s\u00a0]+/g, ' '),
    roles: nodes.map(({ role }) => role!),
    alts: nodes.flatMap(({ alt }) => (alt ? [alt] : [])),
  };
  await pdf.loadingTask.destroy();
  return read;
}
