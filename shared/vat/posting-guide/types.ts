import type { Cents } from '../../domain/cents.ts';
import type { Localized } from '../../domain/locale.ts';
import type { Grid } from '../types.ts';

/** What an amount in a grid is made of. `cost` and `deductible` differ from `base` and `tax` by the part that cannot be deducted. */
export type Formula = 'base' | 'tax' | 'deductible' | 'cost' | 'purchaseValue';

/** Where an amount goes: one grid, the grid of the sale's rate (01, 02, 03) or the grid of the purchase's kind (81, 82, 83). */
export type Place = Grid | 'rate' | 'kind';

export interface PostingLine {
  readonly place: Place;
  readonly sign: 1 | -1;
  readonly of: Formula;
}

/** Grid a purchase stands in: goods, services, capital goods. */
export type PurchaseGrid = '81' | '82' | '83';

/** What the guide needs to be told; which of it an event asks for stands in `asks`. Amounts are positive. */
export interface PostingInput {
  /** Without VAT; for a margin scheme, the margin without VAT. */
  readonly base?: Cents | undefined;
  /** Whole per cents: 6, 12 or 21. */
  readonly rate?: number | undefined;
  /** The tax where it is known from the document; else base × rate. */
  readonly tax?: Cents | undefined;
  /** The part of the tax that cannot be deducted, at most the tax. */
  readonly nonDeductible?: Cents | undefined;
  readonly kind?: PurchaseGrid | undefined;
  /** What the goods cost in a margin scheme. */
  readonly purchaseValue?: Cents | undefined;
}

export const EVENT_GROUPS = ['sales', 'salesAbroad', 'purchases', 'purchasesAbroad', 'creditNotes', 'adjustments'] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

/** Something that happened in the period, and the grids it goes to. */
export interface PostingEvent {
  readonly id: string;
  readonly group: EventGroup;
  readonly title: Localized;
  /** Words a person may search for, beside those of the title; separated by spaces. */
  readonly keywords: Localized;
  readonly asks: readonly (keyof PostingInput)[];
  /** Empty: nothing goes into the return. */
  readonly lines: readonly PostingLine[];
  /** What to know beyond the grids. */
  readonly note?: Localized | undefined;
  readonly example: {
    readonly text: Localized;
    readonly input: PostingInput;
    /** Worked by hand; decimal amounts with a sign. */
    readonly grids: Readonly<Partial<Record<Grid, string>>>;
  };
}
