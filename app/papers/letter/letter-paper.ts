import type { Letter } from '#shared/contract/vat-papers.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import { brusselsDate } from '#shared/domain/local-date.ts';
import { formatIban } from '#shared/vat/payment.ts';
import { foot } from '../pdf/foot.ts';
import { INK } from '../pdf/inks.ts';
import { type Fact, facts, heading, heightOf, paragraph, writeLines } from '../pdf/parts.ts';
import { drawQr } from '../pdf/qr.ts';
import { createSheet, type Sheet, type Style } from '../pdf/sheet.ts';
import { addressOf, type Subject } from '../subject.ts';
import { longDate, numberOf, shortDate, shortPeriod } from '../words.ts';
import { filledLetter } from './filled.ts';
import { payByOf } from './pay-by.ts';

const FIRM: Style = { size: 13, bold: true };
const SMALL: Style = { size: 8.5, ink: INK.quiet };
const TEXT: Style = { size: 10 };
const SUBJECT: Style = { size: 11, bold: true };
/** The window of a Belgian envelope, on the right. */
const WINDOW = { x: 312, y: 132, width: 235 };
const QR_SIZE = 128;

function head(sheet: Sheet, { firm, client, t, now }: Subject): void {
  if (firm) {
    const name = sheet.wrap(firm.name, sheet.width, FIRM);
    sheet.tag(sheet.root, 'P', () => writeLines(sheet, name, sheet.left, sheet.y, FIRM));
    sheet.y += heightOf(name.length, FIRM) + 1;
    const about = [...addressOf(firm), numberOf(firm.enterpriseNumber), firm.email].filter((part) => part !== '').join(' · ');
    const lines = sheet.wrap(about, sheet.width, SMALL);
    sheet.tag(sheet.root, 'P', () => writeLines(sheet, lines, sheet.left, sheet.y, SMALL));
  }
  const to = [client.name, ...addressOf(client)].flatMap((line) => sheet.wrap(line, WINDOW.width, TEXT));
  sheet.tag(sheet.root, 'P', () => writeLines(sheet, to, WINDOW.x, WINDOW.y, TEXT));
  sheet.y = Math.max(WINDOW.y + heightOf(to.length, TEXT), 200) + 18;
  const place = firm?.city.trim() ?? '';
  const date = longDate(brusselsDate(now), t);
  sheet.tag(sheet.root, 'P', () => writeLines(sheet, [place === '' ? date : `${place}, ${date}`], sheet.left, sheet.y, TEXT));
  sheet.y += heightOf(1, TEXT) + 16;
}

/** What a transfer needs, beside the code that a bank's application reads. */
function slip(sheet: Sheet, { view, t, now }: Subject): void {
  const { payment } = view;
  const payBy = payByOf({ view, now });
  if (!payment || !payBy) return;
  sheet.makeRoom(QR_SIZE + 60);
  sheet.y += 10;
  const section = sheet.group(sheet.root, 'Sect');
  heading(sheet, section, '', t('letters.payment'));
  sheet.y += 8;
  if (view.content.replaces !== undefined) paragraph(sheet, section, 'P', t('letters.replaces'), TEXT, 8);
  const top = sheet.y;
  const amount = formatAmount(payment.amount);
  const iban = formatIban(payment.iban);
  const rows: Fact[] = [
    { label: t('letters.beneficiary'), value: payment.name },
    { label: t('letters.iban'), value: iban, bold: true },
    { label: t('letters.bic'), value: payment.bic },
    { label: t('letters.amount'), value: `${amount} EUR`, bold: true },
    { label: t('letters.communication'), value: payment.communication, bold: true },
    { label: t('letters.payBy'), value: shortDate(payBy, t), bold: true },
  ];
  facts(sheet, section, rows, sheet.left, sheet.right - QR_SIZE - 16, 92);
  if (payment.qr !== '') {
    const [x, y] = [sheet.right - QR_SIZE, top - 4];
    const alt = t('letters.qr', { amount, iban, communication: payment.communication });
    sheet.tag(section, 'Figure', () => drawQr(sheet.pdf, payment.qr, x, y, QR_SIZE), { alt, bbox: [x, y, x + QR_SIZE, y + QR_SIZE] });
    const scan: Style = { size: 7.5, ink: INK.quiet, align: 'center' };
    const lines = sheet.wrap(t('letters.scan'), QR_SIZE, scan);
    sheet.tag(section, 'P', () => writeLines(sheet, lines, x, y + QR_SIZE, scan, QR_SIZE));
    sheet.y = Math.max(sheet.y, y + QR_SIZE + heightOf(lines.length, scan));
  }
  section.end();
}

/** The accompanying letter, with the transfer prepared when something is to be paid. */
export async function letterPaper(subject: Subject, letter: Letter): Promise<Uint8Array<ArrayBuffer>> {
  const { view, t } = subject;
  const title = `${t('letters.title')} ${shortPeriod(view.periodKey)} ${numberOf(view.enterpriseNumber)}`;
  // A letter bears the day it is written, not the hour.
  const sheet = await createSheet({ title, locale: t.locale, at: Date.parse(`${brusselsDate(subject.now)}T10:00:00Z`) });
  const { subject: about, paragraphs } = filledLetter(subject, letter);
  head(sheet, subject);
  paragraph(sheet, sheet.root, 'H1', about, SUBJECT, 10);
  for (const text of paragraphs) paragraph(sheet, sheet.root, 'P', text, TEXT, 8);
  slip(sheet, subject);
  return sheet.finish(foot(sheet, subject));
}
