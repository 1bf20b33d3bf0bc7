import PdfDocument from 'pdfkit';
import { PDF } from '../extract/formats.ts';
import type { Sample } from './test-sample.ts';

export type Pdf = InstanceType<typeof PdfDocument>;

/** A PDF drawn by hand; pages are added by the drawing. */
export function layout(name: string, truth: Sample['truth'], draw: (pdf: Pdf) => void): Sample {
  const bytes = async (): Promise<Uint8Array> => {
    const pdf = new PdfDocument({ size: 'A4', margin: 50, autoFirstPage: false, info: { CreationDate: new Date('2026-11-20T08:00:00Z') } });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    const done = new Promise((resolve) => pdf.on('end', resolve));
    pdf.addPage().font('Helvetica').fontSize(10);
    draw(pdf);
    pdf.end();
    await done;
    return new Uint8Array(Buffer.concat(chunks));
  };
  return { name, mimeType: PDF, truth, bytes };
}

/** Text at a place, on one line. */
export const at = (pdf: Pdf, text: string, x: number, y: number, options: Record<string, unknown> = {}): Pdf =>
  pdf.text(text, x, y, { lineBreak: false, ...options });

/** Rows of a table without lines: cells at the given columns. */
export function table(pdf: Pdf, top: number, columns: readonly number[], rows: readonly (readonly string[])[], step = 16): void {
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) at(pdf, cell, columns[column]!, top + row * step);
  }
}

/** Every letter drawn by itself, so many points apart. */
export function letters(pdf: Pdf, text: string, x: number, y: number, apart: number): void {
  let left = x;
  for (const letter of text) {
    if (letter !== ' ') at(pdf, letter, left, y);
    left += pdf.widthOfString(letter) + apart;
  }
}

export function letterhead(pdf: Pdf, date: string, subject: string): void {
  pdf.font('Helvetica-Bold').fontSize(12);
  at(pdf, 'Bureau de démonstration', 50, 40);
  pdf.font('Helvetica').fontSize(10);
  at(pdf, date, 50, 80);
  at(pdf, subject, 50, 110);
}
