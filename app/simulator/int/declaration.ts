import { all, child, type Element } from './tree.ts';

/** A received return. Amounts as text and, where they are amounts, as integer cents. */
export interface Declaration {
  readonly sequence: number;
  readonly vatNumber: string;
  readonly name: string;
  /** `YYYYPP`. */
  readonly period: string;
  readonly replaces: string | undefined;
  /** In the order received, doubles included. */
  readonly entries: readonly { readonly grid: string; readonly text: string }[];
  /** Two-digit grid to cents; the first of doubles, nothing for what is not an amount. */
  readonly amounts: Readonly<Record<string, number>>;
  readonly clientListingNihil: boolean;
  readonly restitution: boolean;
  readonly deduction: { readonly year: number; readonly useShares: readonly number[] } | undefined;
  readonly attachments: readonly string[];
  readonly justifications: readonly { readonly code: string; readonly comment: string }[];
}

export interface Consignment {
  readonly announced: number;
  /** Number of the representative when one is named. */
  readonly representative: string | undefined;
  readonly declarations: readonly Declaration[];
}

export const AMOUNT = /^\d{1,11}\.\d{2}$/;

const text = (element: Element | undefined, name: string): string => child(element, name)?.text ?? '';

/** Reads what the structure check has passed. */
export function readConsignment(root: Element): Consignment {
  const representative = child(root, 'Representative');
  return {
    announced: Number(root.attributes.VATDeclarationsNbr),
    representative: representative && text(representative, 'RepresentativeID'),
    declarations: all(root, 'VATDeclaration').map(readDeclaration),
  };
}

function readDeclaration(element: Element): Declaration {
  const declarant = child(element, 'Declarant');
  const data = child(element, 'Data');
  const entries = data ? all(data, 'Amount').map((one) => ({ grid: one.attributes.GridNumber ?? '', text: one.text })) : [];
  const amounts: Record<string, number> = {};
  for (const entry of entries) {
    const grid = entry.grid.padStart(2, '0');
    if (AMOUNT.test(entry.text) && !(grid in amounts)) amounts[grid] = Number(entry.text.replace('.', ''));
  }
  const deduction = child(element, 'Deduction');
  const special = child(deduction, 'SpecialAdjustedValue');
  return {
    sequence: Number(element.attributes.SequenceNumber),
    vatNumber: text(declarant, 'VATNumber'),
    name: text(declarant, 'Name'),
    period: periodOf(child(element, 'Period')),
    replaces: child(element, 'ReplacedVATDeclaration')?.text,
    entries,
    amounts,
    clientListingNihil: text(element, 'ClientListingNihil') === 'YES',
    restitution: child(element, 'Ask')?.attributes.Restitution === 'YES',
    deduction: deduction && {
      year: Number(text(deduction, 'AdjustedPeriod')),
      useShares: special ? all(special, 'UseProRataPercentage').map((share) => Number(share.text)) : [],
    },
    attachments: all(element, 'FileAttachment').map((file) => text(file, 'FileName')),
    justifications: all(element, 'Justification').map((one) => ({ code: one.attributes.Code ?? '', comment: text(one, 'Comment') })),
  };
}

/** `YYYYPP`, or empty when it names both a month and a quarter, or neither. */
function periodOf(period: Element | undefined): string {
  const month = child(period, 'Month')?.text;
  const quarter = child(period, 'Quarter')?.text;
  if ((month === undefined) === (quarter === undefined)) return '';
  const part = month === undefined ? 30 + Number(quarter) : Number(month);
  return `${text(period, 'Year')}${String(part).padStart(2, '0')}`;
}
