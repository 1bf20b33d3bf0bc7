import type { ReturnView } from '#shared/contract/vat.ts';
import { type MessageKey, messages } from '#shared/i18n/messages.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { foot } from '../pdf/foot.ts';
import { INK } from '../pdf/inks.ts';
import { baselineOf, columnNames, facts, heightOf, rule, writeLines } from '../pdf/parts.ts';
import { createSheet, type Element, type Sheet, type Style } from '../pdf/sheet.ts';
import { markOf } from '../return/mark.ts';
import { datedAt, type Subject } from '../subject.ts';
import { numberOf, periodName, shortPeriod, timeOf } from '../words.ts';

type Event = ReturnView['evidence'][number];

const TITLE: Style = { size: 17, bold: true };
const TEXT: Style = { size: 9 };
const SMALL: Style = { size: 7.5, ink: INK.quiet };
const PADDING = 4;

/** Left edges of the columns, as shares of the width. */
const COLUMNS = { time: 0, event: 0.21, who: 0.7, status: 0.93 } as const;

const isKey = (key: string): key is MessageKey => key in messages;

/** What happened in words, as Activity tells it; an event without words of its own by its name. */
function eventText({ event }: Event, period: string, t: Translator): string {
  const key = `activity.filing.${event}`;
  return isKey(key) ? t(key, { period }) : event;
}

const columnsOf = (t: Translator) =>
  [
    [COLUMNS.time, t('papers.evidence.time')],
    [COLUMNS.event, t('papers.evidence.event')],
    [COLUMNS.who, t('papers.evidence.who')],
    [COLUMNS.status, t('papers.evidence.status')],
  ] as const;

function line(sheet: Sheet, table: Element, event: Event, period: string, t: Translator): void {
  const { width } = sheet;
  const x = (share: number): number => sheet.left + share * width;
  const room = (COLUMNS.who - COLUMNS.event) * width - 10;
  const text = sheet.wrap(eventText(event, period, t), room, TEXT);
  const who = sheet.wrap(event.who ?? t('papers.evidence.program'), (COLUMNS.status - COLUMNS.who) * width - 10, TEXT);
  const traces = [
    ...(event.correlationId === null ? [] : [t('papers.evidence.correlation', { id: event.correlationId })]),
    // Two halves of one length: whole it is wider than its column.
    ...(event.sha256 === null ? [] : [`SHA-256\u00a0${event.sha256.slice(0, 32)}`, event.sha256.slice(32)]),
  ].flatMap((trace) => sheet.wrap(trace, room, SMALL));
  const told = heightOf(text.length, TEXT);
  const height = Math.max(told + heightOf(traces.length, SMALL), heightOf(who.length, TEXT)) + 2 * PADDING;
  if (sheet.makeRoom(height)) columnNames(sheet, null, columnsOf(t));
  const top = sheet.y + PADDING;
  const row = sheet.group(table, 'TR');
  sheet.tag(row, 'TD', () => writeLines(sheet, [timeOf(event.at, t)], x(COLUMNS.time), top, TEXT));
  sheet.tag(row, 'TD', () => {
    writeLines(sheet, text, x(COLUMNS.event), top, TEXT);
    writeLines(sheet, traces, x(COLUMNS.event), top + told, SMALL);
  });
  sheet.tag(row, 'TD', () => writeLines(sheet, who, x(COLUMNS.who), top, TEXT));
  sheet.tag(row, 'TD', () => writeLines(sheet, [event.status === null ? '–' : String(event.status)], x(COLUMNS.status), top, TEXT));
  row.end();
  sheet.y += height;
  rule(sheet, sheet.y);
}

/** What happened to a return, line by line: when, what, who, SPF's answer and the hash of the bytes. */
export async function evidencePaper(subject: Subject): Promise<Uint8Array<ArrayBuffer>> {
  const { view, t } = subject;
  const title = `${t('papers.evidence.title')} ${shortPeriod(view.periodKey)} ${numberOf(view.enterpriseNumber)}`;
  const sheet = await createSheet({ title, locale: t.locale, at: datedAt(view) });
  sheet.tag(sheet.root, 'H1', () => sheet.write(t('papers.evidence.title'), sheet.left, baselineOf(sheet.y, TITLE), TITLE));
  sheet.y += heightOf(1, TITLE) + 8;
  const { receipt, sha256 } = view;
  const known = (label: MessageKey, value: string | null) => (value === null ? [] : [{ label: t(label), value }]);
  const about = [
    { label: t('papers.declarant'), value: `${view.clientName} · ${numberOf(view.enterpriseNumber)}`, bold: true },
    { label: t('papers.period'), value: periodName(view.periodKey, t) },
    { label: t('papers.state'), value: `${t(markOf(view).title)} (${t(`vatView.state.${view.state}`)})` },
    ...known('papers.pdfReference', receipt.pdfReference),
    ...known('papers.xmlReference', receipt.xmlReference),
    ...known('papers.sha256', sha256),
  ];
  facts(sheet, sheet.root, about, sheet.left, sheet.right, 150);
  sheet.y += 12;
  if (view.evidence.length === 0) {
    sheet.tag(sheet.root, 'P', () => writeLines(sheet, [t('papers.evidence.none')], sheet.left, sheet.y, TEXT));
  } else {
    const table = sheet.group(sheet.root, 'Table');
    columnNames(sheet, table, columnsOf(t));
    for (const event of view.evidence) line(sheet, table, event, view.periodKey, t);
    table.end();
  }
  return sheet.finish(foot(sheet, subject));
}
