import type { Cents } from '../domain/cents.ts';
import { toDecimal } from '../domain/cents.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { type Dated, factOn } from './dated.ts';

/** What a QR code of the European Payments Council asks a bank to prepare. */
export interface CreditTransfer {
  /** Without spaces. */
  readonly iban: string;
  readonly bic: string;
  readonly name: string;
  /** `+++047/7472/70195+++` */
  readonly communication: string;
  readonly amount: Cents;
}

interface Guideline extends Dated {
  readonly version: string;
  /** Largest amount in cents. */
  readonly most: number;
  /** Characters of the beneficiary's name and of the unstructured remittance information. */
  readonly name: number;
  readonly text: number;
}

const GUIDELINES: readonly Guideline[] = [
  {
    ...{ version: '002', most: 99_999_999_999, name: 70, text: 140 },
    source: 'EPC069-12 v2.1, Quick Response Code: guidelines to enable data capture for the initiation of a SEPA credit transfer',
  },
];

const UTF_8 = '1';
const line = (text: string, most: number): string => Array.from(text.replace(/\s+/g, ' ').trim()).slice(0, most).join('');

/**
 * The content of an EPC QR code (SEPA credit transfer, version 002, UTF-8), to be drawn with error correction M. `null` when there is
 * nothing to pay or the amount is beyond what the code can say.
 *
 * The Belgian structured communication goes as unstructured text, with its pluses and slashes: the field for structured remittance
 * information is reserved for the creditor reference of ISO 11649 (`RF…`), and banks recognise the Belgian one by its form.
 */
export function epcQr({ iban, bic, name, communication, amount }: CreditTransfer, day: LocalDate): string | null {
  const guideline = factOn(GUIDELINES, day);
  if (amount <= 0 || amount > guideline.most) return null;
  return [
    ...['BCD', guideline.version, UTF_8, 'SCT', bic],
    ...[line(name, guideline.name), iban, `EUR${toDecimal(amount)}`],
    ...['', '', line(communication, guideline.text)],
  ].join('\n');
}
