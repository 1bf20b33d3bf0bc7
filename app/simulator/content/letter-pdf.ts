import type PDFDocument from 'pdfkit';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import { type LetterFacts, type LetterPart, letterParts, writtenDate } from './letter-text.ts';
import { FRAMES, type Frame } from './letters.ts';

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
  for (const part of letterParts(facts)) {
    if (typeof part === 'string') pdf.text(part).moveDown();
    else payment(pdf, part);
  }
  pdf.text(frame.closing);
}

function payment(pdf: Pdf, rows: Exclude<LetterPart, string>): void {
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
