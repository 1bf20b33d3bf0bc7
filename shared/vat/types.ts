import type { Cents } from '../domain/cents.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Localized } from '../domain/locale.ts';
import type { Period } from '../domain/period.ts';

/** The 29 grids of the periodic return (form 625) that Intervat takes, in the order of the paper form. */
// biome-ignore format: one line per frame of the form
export const GRID_CODES = [
  '00', '01', '02', '03', '44', '45', '46', '47', '48', '49',
  '81', '82', '83', '84', '85', '86', '87', '88',
  '54', '55', '56', '57', '61', '63',
  '59', '62', '64',
  '71', '72',
] as const;
export type Grid = (typeof GRID_CODES)[number];

/** Amounts by grid. A grid that is absent is not the same as a grid of 0: some rules ask for presence. */
export type GridAmounts = Readonly<Partial<Record<Grid, Cents>>>;

/** How often the declarant files. */
export type Regime = 'month' | 'quarter';

export interface Declarant {
  /** Ten digits, without `BE`. */
  readonly vatNumber: string;
  readonly name?: string | undefined;
  readonly street?: string | undefined;
  readonly postCode?: string | undefined;
  readonly city?: string | undefined;
  /** ISO code of a member state. */
  readonly countryCode?: string | undefined;
  readonly emailAddress?: string | undefined;
  readonly phone?: string | undefined;
}

export interface Justification {
  /** Identifier of the `W_TVA_` rule it answers. */
  readonly code: string;
  /** Cut at 425 characters when written. */
  readonly comment: string;
}

/** How the year's input tax was used, in per cent with at most two decimals; the three add up to 100. */
export interface RealUse {
  readonly deductible: number;
  readonly notDeductible: number;
  readonly mixed: number;
}

/** Pro rata or real-use statement, filed in January–March or first-quarter returns for the year before. */
export interface Deduction {
  readonly adjustedYear: number;
  /** Definitive general pro rata in per cent, 1..100: whole in the schema of the portal, two decimals in the shape of 07/2024. */
  readonly generalPercentage?: number | undefined;
  /** Special pro ratas, in per cent, 1 to 5 of them. */
  readonly specialPercentages?: readonly number[] | undefined;
  /** Only in the shape of 07/2024. */
  readonly realUse?: RealUse | undefined;
  /** There are more special pro ratas than the five stated; only in the shape of 07/2024. */
  readonly moreSpecial?: boolean | undefined;
}

/** An annex named in the return; its bytes travel beside the XML. */
export interface Attachment {
  readonly fileType: 'application/pdf' | 'application/zip' | 'image/jpeg' | 'image/tiff';
  readonly fileName: string;
  readonly fileDescription?: string | undefined;
}

/** A periodic VAT return. */
export interface VatReturn {
  readonly declarant: Declarant;
  readonly period: Period;
  /** As on file, 71/72 included. In a draft 71/72 are left out and derived by `withBalance`. */
  readonly grids: GridAmounts;
  /** Negative net purchase bases that `grids` leaves out; the next return of the client takes them over (`net-negative.ts`). */
  readonly carriedForward?: GridAmounts | undefined;
  readonly clientListingNihil: boolean;
  /** Refund of grid 72 asked. */
  readonly restitution: boolean;
  /** `omit` for the API, `NO` for files meant for the portal (vat-return facts, section 1). */
  readonly paymentAttribute: 'omit' | 'NO';
  /** Reference of the return it replaces: `n-VATNUMBER-YYYYPP`. */
  readonly replaces?: string | undefined;
  readonly comment?: string | undefined;
  readonly justifications: readonly Justification[];
  readonly deduction?: Deduction | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  /** The filer's own reference, at most 14 characters. */
  readonly reference?: string | undefined;
}

export type Severity = 'blocking' | 'warning' | 'advice';

/** One rule that fired on one return. */
export interface Finding {
  /** `W_TVA_…`, `B_…`, `E_TVA_…`, `L_…` or the letters of the older official list. */
  readonly id: string;
  readonly severity: Severity;
  /** The grids it concerns, two digits, where the screen shows it. */
  readonly grids: readonly Grid[];
  /** A warning with its justification on file; always `false` for the other severities. */
  readonly justified: boolean;
  /** An advice that cannot be switched off for this return. */
  readonly always?: boolean | undefined;
  readonly message: Localized;
  /** What would satisfy it, to the cent, where that can be said. */
  readonly hint?: Localized | undefined;
}

/** What the rules need to know beside the return itself. Unknown facts are left out and the rules that need them stay silent. */
export interface RuleContext {
  /** The day of filing. */
  readonly today: LocalDate;
  readonly regime?: Regime | undefined;
  /** A return of this period was already accepted. */
  readonly alreadyFiled?: boolean | undefined;
  /** The activity ended in this period. */
  readonly cessation?: boolean | undefined;
  /** Net total of the intra-Community listing of the period. */
  readonly icListing?: Cents | undefined;
  /** Credit on the current or provision account of the client. */
  readonly accountCredit?: Cents | undefined;
  /** Net negative bases of the client's former return that this one has not taken over. */
  readonly carriedWaiting?: GridAmounts | undefined;
  /** Advice rules the firm switched off. */
  readonly adviceOff?: ReadonlySet<string> | undefined;
}
