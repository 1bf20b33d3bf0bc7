import { type LocalDate, localDate } from '../domain/local-date.ts';
import { type Dated, factOn } from './dated.ts';

export interface PaymentAccount extends Dated {
  /** Without spaces. */
  readonly iban: string;
  readonly name: string;
}

/** The account VAT is paid to, by day of payment. */
export const PAYMENT_ACCOUNTS: readonly PaymentAccount[] = [
  {
    iban: 'BE22679200300047',
    name: 'Perception TVA / Inning btw',
    until: localDate('2026-04-30'),
    source: 'SPF Finances, accounts of the VAT collection before 01/05/2026',
  },
  {
    iban: 'BE41679200364210',
    name: 'Compte-provisions TVA / Provisierekening btw',
    from: localDate('2026-05-01'),
    source: 'SPF Finances, provision account, in force 01/05/2026',
  },
];

/** The bank behind the accounts of SPF Finances. */
const BANKS: readonly (Dated & { readonly bic: string })[] = [
  { bic: 'PCHQBEBB', until: localDate('2025-12-14'), source: 'SPF Finances, accounts at bpost bank' },
  { bic: 'GEBABEBB', from: localDate('2025-12-15'), source: 'SPF Finances, change of bank on 15/12/2025' },
];

export interface PaymentInstruction {
  readonly iban: string;
  readonly bic: string;
  readonly name: string;
  /** `+++047/7472/70195+++` */
  readonly communication: string;
}

/** Where a declarant pays on a given day and with which communication. */
export function paymentInstruction(vatNumber: string, day: LocalDate): PaymentInstruction {
  const { iban, name } = factOn(PAYMENT_ACCOUNTS, day);
  return { iban, name, bic: factOn(BANKS, day).bic, communication: structuredCommunication(vatNumber) };
}

/**
 * The structured communication of a VAT payment: the ten digits of the number, then their remainder by 97 (97 for 0).
 * @throws RangeError when `digits` is not ten digits
 */
export function structuredCommunication(digits: string): string {
  if (!/^\d{10}$/.test(digits)) throw new RangeError('ten digits expected');
  const twelve = digits + String(Number(digits) % 97 || 97).padStart(2, '0');
  return `+++${twelve.slice(0, 3)}/${twelve.slice(3, 7)}/${twelve.slice(7)}+++`;
}

/** `BE41 6792 0036 4210`, as printed on a payment slip. */
export const formatIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');
