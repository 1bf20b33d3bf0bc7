import type PDFDocument from 'pdfkit';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Language } from '../seed/parties.ts';
import { FRAMES, type Frame, LETTERS, type LetterKind } from './letters.ts';

/** What a letter says; everything a reader may extract is here, so that tests can compare. */
export interface LetterFacts {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly title: string;
  readonly addressee: readonly string[];
  readonly name: string;
  /** Enterprise or national number as printed. */
  readonly number: string;
  readonly reference: string;
  readonly sentOn: LocalDate;
  readonly due: LocalDate;
  readonly days: number;
  readonly year: number;
  readonly amountCents: number;
  readonly iban: string;
  readonly communication: string;
  /** 1 to 3. */
  readonly pages: number;
}

const AMOUNT: Readonly<Record<Language, (amount: string) => string>> = {
  fr: (amount) => `${amount} EUR`,
  nl: (amount) => `€ ${amount}`,
  de: (amount) => `${amount} €`,
};

function writtenDate(day: LocalDate, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = FRAMES[language].months[Number(month) - 1] ?? month;
  return language === 'de' ? `${Number(date)}. ${name} ${year}` : `${Number(date)} ${name} ${year}`;
}

/** The letter as a PDF with extractable text. Same facts, same bytes: the date is the letter's and the file id follows from it. */
export async function letterPdf(facts: LetterFacts): Promise<Buffer> {
  // Loaded with the first letter: its fonts and tables would double the time the simulator takes to start.
  const { default: PdfDocument } = await import('pdfkit');
  const frame = FRAMES[facts.language];
  const info = { Title: facts.title, Producer: 'Simulator', Creator: 'Simulator', CreationDate: new Date(`${facts.sentOn}T08:00:00Z`) };
  const pdf = new PdfDocument({ size: 'A4', margin: 60, info });
  const chunks: Buffer[] = [];
  const bytes = new Promise<Buffer>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
  });
  head(pdf, frame, facts);
  body(pdf, frame, facts);
  foot(pdf, frame, 1, facts.pages);
  for (let page = 2; page <= facts.pages; page++) annex(pdf, frame, facts, page);
  pdf.end();
  return bytes;
}

type Pdf = InstanceType<typeof PDFDocument>;

function head(pdf: Pdf, frame: Frame, facts: LetterFacts): void {
  pdf.font('Helvetica-Bold').fontSize(12).text(frame.office, 60, 60);
  pdf.font('Helvetica').fontSize(10);
  facts.addressee.forEach((line, i) => {
    pdf.text(line, 320, 120 + i * 14);
  });
  pdf.text(`${frame.date}: ${writtenDate(facts.sentOn, facts.language)}`, 60, 200);
  pdf.text(`${frame.reference}: ${facts.reference}`, 60, 214);
  pdf.font('Helvetica-Bold').text(`${frame.subject}: ${facts.title}`, 60, 240).font('Helvetica').moveDown(1.5);
  pdf.text(frame.sir).moveDown();
}

function body(pdf: Pdf, frame: Frame, facts: LetterFacts): void {
  const slots: Readonly<Record<string, string>> = {
    amount: AMOUNT[facts.language](formatAmount(facts.amountCents as Cents)),
    due: writtenDate(facts.due, facts.language),
    days: String(facts.days),
    year: String(facts.year),
    reference: facts.reference,
    name: facts.name,
    number: facts.number,
  };
  for (const paragraph of LETTERS[facts.language][facts.kind]) {
    if (paragraph === '@pay') payment(pdf, frame, facts, slots.amount ?? '');
    else pdf.text(paragraph.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '')).moveDown();
  }
  pdf.text(frame.closing);
}

function payment(pdf: Pdf, frame: Frame, facts: LetterFacts, amount: string): void {
  const rows: readonly (readonly [string, string])[] = [
    [frame.amount, amount],
    [frame.iban, facts.iban],
    ['BIC', 'SIMUBEBB'],
    [frame.communication, facts.communication],
  ];
  const top = pdf.y;
  pdf.rect(60, top, 475, rows.length * 18 + 10).stroke('#888888');
  rows.forEach(([label, value], i) => {
    pdf.text(label, 70, top + 8 + i * 18, { lineBreak: false });
    pdf.text(value, 290, top + 8 + i * 18, { lineBreak: false });
  });
  pdf.text('', 60, top + rows.length * 18 + 24);
}

function annex(pdf: Pdf, frame: Frame, facts: LetterFacts, page: number): void {
  pdf.addPage();
  pdf.font('Helvetica-Bold').fontSize(11).text(frame.annex, 60, 60).font('Helvetica').fontSize(9);
  for (let row = 0; row < 30; row++) {
    const part = Math.floor(facts.amountCents / (31 + row + page * 30)) as Cents;
    pdf.text(`${frame.row} ${(page - 2) * 30 + row + 1}`, 60, 90 + row * 20, { lineBreak: false });
    pdf.text(formatAmount(part), 400, 90 + row * 20, { lineBreak: false });
  }
  foot(pdf, frame, page, facts.pages);
}

function foot(pdf: Pdf, frame: Frame, page: number, pages: number): void {
  // Below the bottom margin on purpose: pdfkit would otherwise start a new page.
  const bottom = pdf.page.margins.bottom;
  pdf.page.margins.bottom = 0;
  pdf.font('Helvetica').fontSize(7).text(`${frame.disclaimer}  ${frame.page} ${page}/${pages}`, 60, 800, { lineBreak: false });
  pdf.page.margins.bottom = bottom;
}
