import { INK } from '#app/papers/pdf/inks.ts';
import { baselineOf, columnNames, facts as drawFacts, drawRule, heightOf, rule, writeLines } from '#app/papers/pdf/parts.ts';
import { createSheet, type Element, type Sheet, type Style } from '#app/papers/pdf/sheet.ts';
import { numberOf, shortDate, timeOf } from '#app/papers/words.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { type NamedRow, withoutNationalNumbers } from '../entries.ts';
import { wordsOf } from './columns.ts';
import type { ReportFacts } from './facts.ts';

/** A paper of more entries than this is nobody's reading, and is made in memory. */
export const MOST_ON_PAPER = 10_000;
/** Entries drawn in one go; then other work has its turn. */
const DRAWN = 100;

const TITLE: Style = { size: 17, bold: true };
const TEXT: Style = { size: 8.5 };
const SMALL: Style = { size: 7, ink: INK.quiet };
const PADDING = 3.5;

/** Left edges of the columns, as shares of the width, with their titles. */
const COLUMNS = [
  [0, 'audit.column.at'],
  [0.19, 'audit.column.who'],
  [0.35, 'audit.column.what'],
  [0.62, 'audit.column.client'],
] as const satisfies readonly (readonly [number, MessageKey])[];

const columnsOf = (t: Translator) => COLUMNS.map(([share, key]) => [share, t(key)] as const);

/** Main lines and small lines of each column. */
function cellsOf(row: NamedRow, t: Translator): readonly (readonly [text: string, small: readonly string[]])[] {
  const { locale } = t;
  const label = row[locale] === null ? [] : [withoutNationalNumbers(row[locale])];
  const call = [row.status, row.durationMs === null ? null : `${row.durationMs} ms`, row.bytes === null ? null : `${row.bytes} B`];
  const figures = call.filter((part) => part !== null).join(' · ');
  return [
    [timeOf(new Date(row.at).toISOString(), t), [`#${row.seq}`]],
    [row.userName ?? t('audit.program'), []],
    [wordsOf(row, t), [...label, ...(figures === '' ? [] : [figures])]],
    [row.clientName ?? '–', [...(row.clientNumber ? [numberOf(row.clientNumber)] : []), ...(row.documentUuid ? [row.documentUuid] : [])]],
  ];
}

function line(sheet: Sheet, table: Element, row: NamedRow, t: Translator): void {
  const cells = cellsOf(row, t).map(([text, small], index) => {
    const from = COLUMNS[index]![0];
    const width = ((COLUMNS[index + 1]?.[0] ?? 1) - from) * sheet.width - 8;
    const main = sheet.wrap(text, width, TEXT);
    const below = small.flatMap((part) => sheet.wrap(part, width, SMALL));
    return { x: sheet.left + from * sheet.width, main, below };
  });
  const height = Math.max(...cells.map(({ main, below }) => heightOf(main.length, TEXT) + heightOf(below.length, SMALL))) + 2 * PADDING;
  if (sheet.makeRoom(height)) columnNames(sheet, null, columnsOf(t));
  const top = sheet.y + PADDING;
  const element = sheet.group(table, 'TR');
  for (const { x, main, below } of cells) {
    sheet.tag(element, 'TD', () => {
      writeLines(sheet, main, x, top, TEXT);
      writeLines(sheet, below, x, top + heightOf(main.length, TEXT), SMALL);
    });
  }
  element.end();
  sheet.y += height;
  rule(sheet, sheet.y);
}

/** The report as a tagged paper (PDF/A), for an inspector who reads. */
export async function reportPaper(
  rows: readonly NamedRow[],
  facts: ReportFacts,
  t: Translator,
  breath: () => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const title = t(`audit.report.${facts.report}`);
  const day = (date: string): string => shortDate(date as LocalDate, t);
  const period = t('audit.period', { from: day(facts.from), until: day(facts.until) });
  const sheet = await createSheet({ title: `${title} ${facts.from} ${facts.until}`, locale: t.locale, at: facts.at });
  sheet.tag(sheet.root, 'H1', () => sheet.write(title, sheet.left, baselineOf(sheet.y, TITLE), TITLE));
  sheet.y += heightOf(1, TITLE) + 8;
  const { firm, user, head, verified } = facts;
  const about = [
    ...(firm ? [{ label: t('audit.paper.firm'), value: `${firm.name} · ${numberOf(firm.enterpriseNumber)}`, bold: true }] : []),
    { label: t('audit.paper.period'), value: period },
    { label: t('audit.paper.entries'), value: String(rows.length) },
    { label: t('audit.paper.made'), value: `${timeOf(new Date(facts.at).toISOString(), t)} · ${user}` },
    ...(head ? [{ label: t('audit.paper.head'), value: `#${head.seq} · ${head.sha256}` }] : []),
    {
      label: t('audit.paper.verified'),
      value: verified ? t('audit.paper.verifiedAt', { at: timeOf(verified.at, t), faults: verified.faults }) : t('audit.paper.notVerified'),
    },
  ];
  drawFacts(sheet, sheet.root, about, sheet.left, sheet.right, 130);
  sheet.y += 12;
  const table = sheet.group(sheet.root, 'Table');
  columnNames(sheet, table, columnsOf(t));
  for (const [index, row] of rows.entries()) {
    if (index % DRAWN === DRAWN - 1) await breath();
    line(sheet, table, row, t);
  }
  table.end();
  const quiet: Style = { size: 7, ink: INK.quiet };
  return sheet.finish((page, pages) => {
    const y = sheet.pdf.page.height - 34;
    drawRule(sheet, y, INK.line, 0.5);
    sheet.write(`${title} · ${period}`, sheet.left, y + 12, quiet);
    sheet.write(t('papers.page', { page, pages }), sheet.left, y + 12, { ...quiet, align: 'right' }, sheet.width);
    if (facts.environment !== 'production') {
      const notice: Style = { size: 7, bold: true, ink: INK.danger, align: 'right' };
      sheet.write(t(`papers.environment.${facts.environment}`), sheet.left, y - 5, notice, sheet.width);
    }
  });
}
