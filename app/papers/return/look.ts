import { INK } from '../pdf/inks.ts';
import { type FactsLook, HEADING } from '../pdf/parts.ts';
import type { Style } from '../pdf/sheet.ts';

/** How close a printed return is set. */
export interface Look {
  readonly heading: Style;
  /** What a line of the form asks for, and a total. */
  readonly label: Style;
  readonly amount: Style;
  /** Points above and below a line of the form. */
  readonly padding: number;
  /** Points below a block, and below its heading. */
  readonly gap: number;
  readonly facts: FactsLook;
}

const look = (leading: number, small: number, text: number, padding: number, gap: number, after: number): Look => ({
  heading: { ...HEADING, leading },
  label: { size: text - 1, leading },
  amount: { size: text, leading, align: 'right' },
  ...{ padding, gap },
  facts: { label: { size: small, ink: INK.quiet, leading }, value: { size: text, leading }, after },
});

/** From the easiest to read to the closest; a return has the first with which it fits one page, or the first of all over several. */
export const LOOKS = [
  look(1.36, 7.5, 9, 1.3, 7, 2),
  look(1.28, 7.5, 9, 1, 6, 1.5),
  look(1.22, 7.5, 9, 0.7, 5, 0.8),
  look(1.18, 7, 8.5, 0.6, 4, 0.6),
] as const;
