import { encode } from 'uqr';
import type { Pdf } from './sheet.ts';

/** Guidelines of the European Payments Council (EPC069-12): error correction M, version 13 at most, four light modules around. */
const OPTIONS = { ecc: 'M', maxVersion: 13, boostEcc: false, border: 4 } as const;

/** The dark modules of a payment code, row by row, its light border included. */
export const qrMatrix = (content: string): readonly (readonly boolean[])[] => encode(content, OPTIONS).data;

/** Draws the code as one shape, black on white, so that it is sharp at every size. @param size of the whole with its border, in points */
export function drawQr(pdf: Pdf, content: string, x: number, y: number, size: number): void {
  const rows = qrMatrix(content);
  const module = size / rows.length;
  pdf.rect(x, y, size, size).fill('#ffffff');
  rows.forEach((row, at) => {
    // Dark modules side by side are one bar, or a viewer draws hairlines between them.
    for (let from = 0; from < row.length; from++) {
      if (!row[from]) continue;
      let to = from + 1;
      while (row[to]) to++;
      pdf.rect(x + from * module, y + at * module, (to - from) * module, module);
      from = to;
    }
  });
  pdf.fill('#000000');
}
