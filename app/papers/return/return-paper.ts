import type { ReturnView } from '#shared/contract/vat.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { foot } from '../pdf/foot.ts';
import { INK } from '../pdf/inks.ts';
import { baselineOf, type Fact, facts, heading, heightOf, rule, writeLines } from '../pdf/parts.ts';
import { createSheet, type Element, type Sheet, type Style } from '../pdf/sheet.ts';
import { addressOf, datedAt, type Subject } from '../subject.ts';
import { numberOf, periodName, shortDate, shortPeriod, timeOf } from '../words.ts';
import { amountText, type FormFrame, type FormRow, formFrames } from './frames.ts';
import { LOOKS, type Look } from './look.ts';
import { markOf } from './mark.ts';
import { statements } from './statements.ts';

const TITLE: Style = { size: 17, bold: true };
const LEAD: Style = { size: 9.5, ink: INK.quiet, align: 'right' };
const CODE: Style = { size: 8.5, bold: true, align: 'center' };
const CODE_WIDTH = 26;
const AMOUNT_WIDTH = 82;
const COLUMN: Style = { size: 7.5, ink: INK.quiet, align: 'right' };

function head(sheet: Sheet, { view, t }: Subject): void {
  const baseline = baselineOf(sheet.y, TITLE);
  const about = `${t('papers.form')} · ${periodName(view.periodKey, t)}`;
  sheet.tag(sheet.root, 'H1', () => sheet.write(t('papers.return.title'), sheet.left, baseline, TITLE));
  sheet.tag(sheet.root, 'P', () => sheet.write(about, sheet.left, baseline, LEAD, sheet.width));
  sheet.y += heightOf(1, TITLE) + 6;
}

/** Whether it is filed, in words, in colour and by a bar, so that none of them is needed alone. */
function mark(sheet: Sheet, { view, t }: Subject, { gap }: Look): void {
  const { title, note, ink, wash, tellsState } = markOf(view);
  const strong: Style = { size: 10.5, bold: true, ink };
  const text: Style = { size: 8.5, ink };
  const lines = sheet.wrap(t(note), sheet.width - 28, text);
  const words = tellsState ? `${t(title)} · ${t(`vatView.state.${view.state}`)}` : t(title);
  const height = 12 + heightOf(1, strong) + heightOf(lines.length, text);
  sheet.decorate(() => {
    sheet.pdf.rect(sheet.left, sheet.y, sheet.width, height).fill(wash);
    sheet.pdf.rect(sheet.left, sheet.y, 4, height).fill(ink);
  });
  sheet.tag(sheet.root, 'P', () => {
    sheet.write(words, sheet.left + 16, baselineOf(sheet.y + 6, strong), strong);
    writeLines(sheet, lines, sheet.left + 16, sheet.y + 6 + heightOf(1, strong), text);
  });
  sheet.y += height + gap + 3;
}

/** Frame I in two columns: who on the left, when on the right. */
function general(sheet: Sheet, { view, client, t }: Subject, look: Look): void {
  const section = sheet.group(sheet.root, 'Sect');
  heading(sheet, section, t('papers.frame', { frame: 'I' }), t('papers.general'), look.heading);
  sheet.y += look.gap - 3;
  const top = sheet.y;
  const middle = sheet.left + sheet.width * 0.56;
  const day = (date: string): string => shortDate(date as LocalDate, t);
  const address = addressOf(client).join(', ');
  const who: Fact[] = [
    { label: t('papers.declarant'), value: view.clientName, bold: true },
    ...(address === '' ? [] : [{ label: t('papers.address'), value: address }]),
    { label: t('papers.vatNumber'), value: numberOf(view.enterpriseNumber) },
  ];
  const when: Fact[] = [
    { label: t('papers.period'), value: periodName(view.periodKey, t), bold: true },
    { label: t('papers.fileBy'), value: day(view.deadline.effective) },
    ...(view.payment ? [{ label: t('papers.payBy'), value: day(view.payment.payBy) }] : []),
  ];
  facts(sheet, section, who, sheet.left, middle - 16, 92, look.facts);
  const end = sheet.y;
  sheet.y = top;
  facts(sheet, section, when, middle, sheet.right, 112, look.facts);
  sheet.y = Math.max(end, sheet.y) + look.gap + 1;
  section.end();
}

function row(sheet: Sheet, table: Element, { code, label, amount, isTotal }: FormRow, look: Look): void {
  const style: Style = isTotal ? { ...look.label, bold: true } : look.label;
  const lines = sheet.wrap(label, sheet.width - CODE_WIDTH - AMOUNT_WIDTH - 10, style);
  const height = heightOf(lines.length, style) + 2 * look.padding;
  sheet.makeRoom(height);
  const top = sheet.y + look.padding;
  const baseline = baselineOf(top, look.label);
  if (isTotal) sheet.decorate(() => sheet.pdf.rect(sheet.left, sheet.y + 0.4, sheet.width, height - 0.4).fill(INK.wash));
  const element = sheet.group(table, 'TR');
  sheet.tag(element, 'TH', () => sheet.write(code, sheet.left, baseline, CODE, CODE_WIDTH), { scope: 'Row' });
  sheet.tag(element, 'TD', () => writeLines(sheet, lines, sheet.left + CODE_WIDTH + 6, top, style));
  const ink = amount === null ? INK.faint : INK.text;
  sheet.tag(element, 'TD', () =>
    sheet.write(amountText(amount), sheet.right - AMOUNT_WIDTH, baseline, { ...look.amount, bold: isTotal, ink }, AMOUNT_WIDTH - 6),
  );
  element.end();
  sheet.y += height;
  rule(sheet, sheet.y);
}

function frame(sheet: Sheet, { frame: code, title, rows }: FormFrame, t: Translator, look: Look): void {
  // A frame's heading stays with its first rows.
  sheet.makeRoom(44);
  const section = sheet.group(sheet.root, 'Sect');
  const baseline = heading(sheet, section, t('papers.frame', { frame: code }), title, look.heading);
  // So that letters do not touch the rule.
  sheet.y += 1;
  const table = sheet.group(section, 'Table');
  const columns = sheet.group(table, 'TR');
  for (let blank = 0; blank < 2; blank++) sheet.blank(columns, 'TH', { scope: 'Column' });
  sheet.tag(columns, 'TH', () => sheet.write(t('papers.amount'), sheet.left, baseline, COLUMN, sheet.width - 6), { scope: 'Column' });
  columns.end();
  for (const each of rows) row(sheet, table, each, look);
  table.end();
  section.end();
  sheet.y += look.gap;
}

function filing(view: ReturnView, t: Translator): Fact[] {
  const sent = view.evidence.findLast(({ event }) => event === 'send');
  const { approval } = view;
  const at = (who: string | null, when: string | null): string => [who, when].filter((part) => part).join(' · ');
  const known = (label: string, value: string | null | undefined): Fact[] => (value ? [{ label, value }] : []);
  return [
    ...known(t('papers.signedOff'), view.signOff && at(view.signOff.who, shortDate(view.signOff.on as LocalDate, t))),
    ...known(t('papers.approvedBy'), approval.approvedBy && at(approval.approvedBy, approval.approvedAt && timeOf(approval.approvedAt, t))),
    ...known(t('papers.filedOnPortal'), view.portal && at(view.portal.who, timeOf(view.portal.at, t))),
    ...known(t('papers.sentAt'), sent && timeOf(sent.at, t)),
    ...known(t('papers.pdfReference'), view.receipt.pdfReference),
    ...known(t('papers.xmlReference'), view.receipt.xmlReference),
    ...known(t('papers.sha256'), view.sha256),
  ];
}

function table(sheet: Sheet, title: string, rows: readonly Fact[], look: Look): void {
  if (rows.length === 0) return;
  // Its heading stays with its first facts.
  sheet.makeRoom(heightOf(1, look.heading) + look.gap + Math.min(rows.length, 3) * (heightOf(1, look.facts.value) + look.facts.after));
  const section = sheet.group(sheet.root, 'Sect');
  heading(sheet, section, '', title, look.heading);
  sheet.y += look.gap - 3;
  facts(sheet, section, rows, sheet.left, sheet.right, 150, look.facts);
  section.end();
  sheet.y += look.gap;
}

async function drawn(subject: Subject, look: Look): Promise<Sheet> {
  const { view, t } = subject;
  const title = `${t('papers.return.title')} ${shortPeriod(view.periodKey)} ${numberOf(view.enterpriseNumber)}`;
  const sheet = await createSheet({ title, locale: t.locale, at: datedAt(view) });
  head(sheet, subject);
  mark(sheet, subject, look);
  general(sheet, subject, look);
  for (const each of formFrames(view.content.grids as GridAmounts, t)) frame(sheet, each, t, look);
  table(sheet, t('papers.statements'), statements(view, t), look);
  table(sheet, t('papers.filing'), filing(view, t), look);
  return sheet;
}

/**
 * The return as the form has it, with a clear mark while it is not filed; what was asked, its hash and its receipts follow. One page where it can
 * be set close enough.
 */
export async function returnPaper(subject: Subject): Promise<Uint8Array<ArrayBuffer>> {
  for (const look of LOOKS) {
    const sheet = await drawn(subject, look);
    if (sheet.pages() === 1) return sheet.finish(foot(sheet, subject));
  }
  const sheet = await drawn(subject, LOOKS[0]);
  return sheet.finish(foot(sheet, subject));
}
