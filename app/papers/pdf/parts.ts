import { INK, type Ink } from './inks.ts';
import type { Element, Sheet, Style } from './sheet.ts';

/** Share of a size that stands above the baseline, for text set into a box. */
const ASCENT = 0.82;
export const LEADING = 1.36;

/** The baseline of the first line of a text whose top is at `y`. */
export const baselineOf = (y: number, { size, leading = LEADING }: Style): number => y + size * (ASCENT + (leading - 1) / 2);
export const heightOf = (lines: number, { size, leading = LEADING }: Style): number => lines * size * leading;

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

export interface FactsLook {
  readonly label: Style;
  readonly value: Style;
  /** Points below each fact. */
  readonly after: number;
}

const FACTS: FactsLook = { label: { size: 7.5, ink: INK.quiet }, value: { size: 9 }, after: 2 };

/** Facts as a table of two columns, label and value, between two edges. */
export function facts(
  sheet: Sheet,
  parent: Element,
  rows: readonly Fact[],
  from: number,
  to: number,
  labelWidth: number,
  { label: quiet, value: plain, after }: FactsLook = FACTS,
): void {
  const table = sheet.group(parent, 'Table');
  for (const { label, value, bold } of rows) {
    const style: Style = bold ? { ...plain, bold } : plain;
    const labels = sheet.wrap(label, labelWidth - 8, quiet);
    const values = sheet.wrap(value, to - from - labelWidth, style);
    // A label stands on the line of its value, so a little lower than a value would.
    const drop = baselineOf(0, style) - baselineOf(0, quiet);
    const height = Math.max(drop + heightOf(labels.length, quiet), heightOf(values.length, style)) + after;
    sheet.makeRoom(height);
    const row = sheet.group(table, 'TR');
    sheet.tag(row, 'TH', () => writeLines(sheet, labels, from, sheet.y + drop, quiet), { scope: 'Row' });
    sheet.tag(row, 'TD', () => writeLines(sheet, values, from + labelWidth, sheet.y, style));
    row.end();
    sheet.y += height;
  }
  table.end();
}

export const HEADING: Style = { size: 9.5, bold: true };

const COLUMN: Style = { size: 7.5, ink: INK.quiet };

/**
 * The names of a table's columns over a rule, on each page; a screen reader hears them once.
 * @param table `null` on a page that goes on @param columns left edges as shares of the width, with their names
 */
export function columnNames(sheet: Sheet, table: Element | null, columns: readonly (readonly [share: number, name: string])[]): void {
  const baseline = baselineOf(sheet.y, COLUMN);
  const row = table && sheet.group(table, 'TR');
  for (const [share, name] of columns) {
    const draw = (): void => sheet.write(name, sheet.left + share * sheet.width, baseline, COLUMN);
    if (row) sheet.tag(row, 'TH', draw, { scope: 'Column' });
    else sheet.decorate(draw);
  }
  row?.end();
  sheet.y += heightOf(1, COLUMN) + 2;
  rule(sheet, sheet.y, INK.rule, 0.8);
}

/** A heading over a rule, as the frames of the form have it. @returns the baseline it stands on */
export function heading(sheet: Sheet, parent: Element, lead: string, text: string, style: Style = HEADING): number {
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
