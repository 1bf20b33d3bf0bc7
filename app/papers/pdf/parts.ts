import { INK, type Ink } from './inks.ts';
import type { Element, Sheet, Style } from './sheet.ts';

/** Share of a size that stands above the baseline, for text set into a box. */
const ASCENT = 0.82;
export const LEADING = 1.36;

/** The baseline of the first line of a text whose top is at `y`. */
export const baselineOf = (y: number, { size }: Style): number => y + size * (ASCENT + (LEADING - 1) / 2);
export const heightOf = (lines: number, { size }: Style): number => lines * size * LEADING;

/** A line over the whole width, within a decoration. */
export const drawRule = (sheet: Sheet, y: number, ink: Ink, weight: number): void =>
  void sheet.pdf.moveTo(sheet.left, y).lineTo(sheet.right, y).lineWidth(weight).strokeColor(ink).stroke();

export const rule = (sheet: Sheet, y: number, ink: Ink = INK.line, weight = 0.5): void =>
  sheet.decorate(() => drawRule(sheet, y, ink, weight));

/** Lines one below the other; the place is not moved. */
export function writeLines(sheet: Sheet, lines: readonly string[], x: number, y: number, style: Style, width = 0): void {
  lines.forEach((line, index) => {
    sheet.write(line, x, baselineOf(y + heightOf(index, style), style), style, width);
  });
}

/** A text over the whole width that goes on over pages, as one element. */
export function paragraph(sheet: Sheet, parent: Element, type: string, text: string, style: Style, after = 0): void {
  const lines = text.split('\n').flatMap((part) => sheet.wrap(part, sheet.width, style));
  const element = sheet.group(parent, type);
  for (const line of lines) {
    sheet.makeRoom(heightOf(1, style));
    sheet.tag(element, 'Span', () => writeLines(sheet, [line], sheet.left, sheet.y, style));
    sheet.y += heightOf(1, style);
  }
  element.end();
  sheet.y += after;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly bold?: boolean;
}

const LABEL: Style = { size: 7.5, ink: INK.quiet };
const VALUE: Style = { size: 9 };

/** Facts as a table of two columns, label and value, between two edges. @returns where it ends */
export function facts(sheet: Sheet, parent: Element, rows: readonly Fact[], from: number, to: number, labelWidth: number): void {
  const table = sheet.group(parent, 'Table');
  for (const { label, value, bold } of rows) {
    const style: Style = bold ? { ...VALUE, bold } : VALUE;
    const labels = sheet.wrap(label, labelWidth - 8, LABEL);
    const values = sheet.wrap(value, to - from - labelWidth, style);
    const height = Math.max(heightOf(labels.length, LABEL) + 2, heightOf(values.length, style)) + 2;
    sheet.makeRoom(height);
    const row = sheet.group(table, 'TR');
    const baseline = baselineOf(sheet.y, style);
    // Both stand on one line, though of two sizes.
    sheet.tag(row, 'TH', () => writeLines(sheet, labels, from, baseline - baselineOf(0, LABEL), LABEL), { scope: 'Row' });
    sheet.tag(row, 'TD', () => writeLines(sheet, values, from + labelWidth, sheet.y, style));
    row.end();
    sheet.y += height;
  }
  table.end();
}

const HEADING: Style = { size: 9.5, bold: true };

/** A heading over a rule, as the frames of the form have it. @returns the baseline it stands on */
export function heading(sheet: Sheet, parent: Element, lead: string, text: string): number {
  const style = HEADING;
  const baseline = baselineOf(sheet.y, style);
  sheet.tag(parent, 'H2', () => {
    if (lead !== '') sheet.write(lead, sheet.left, baseline, { ...style, ink: INK.quiet });
    const shift = lead === '' ? 0 : sheet.pdf.widthOfString(`${lead}  `);
    sheet.write(text, sheet.left + shift, baseline, style);
  });
  sheet.y += heightOf(1, style) + 1;
  rule(sheet, sheet.y, INK.rule, 0.8);
  return baseline;
}
