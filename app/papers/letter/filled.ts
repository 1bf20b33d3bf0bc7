import type { Letter } from '#shared/contract/vat-papers.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import { totals, withBalance } from '#shared/vat/balance.ts';
import { fillLetter, type Situation } from '#shared/vat/letter-template.ts';
import { formatIban } from '#shared/vat/payment.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import type { Subject } from '../subject.ts';
import { longDate, periodName } from '../words.ts';
import { payByOf } from './pay-by.ts';

/** What the return means for the client's money. Nothing: no grid at all beside the balance. */
export function situationOf({ content }: Subject['view']): Situation {
  const grids = content.grids as GridAmounts;
  const { balance } = totals(grids);
  if (balance.grid === '71' && balance.cents > 0) return '71';
  if (balance.cents > 0) return content.restitution ? '72R' : '72';
  return Object.keys(withBalance(grids)).every((grid) => grid === '71' || grid === '00') ? '0' : '72';
}

/** Not to be torn apart at the end of a line. */
const together = (text: string): string => text.replaceAll(' ', '\u00a0');

/** The template with this return's facts. */
export function filledLetter({ view, client, firm, user, t, now }: Subject, letter: Letter) {
  const { balance } = totals(view.content.grids as GridAmounts);
  const { payment } = view;
  const payBy = payByOf({ view, now });
  return fillLetter(letter, situationOf(view), {
    client: client.name,
    period: periodName(view.periodKey, t),
    amount: together(`${formatAmount(balance.cents)} EUR`),
    payBy: payBy ? together(longDate(payBy, t)) : '',
    iban: payment ? together(formatIban(payment.iban)) : '',
    communication: payment?.communication ?? '',
    firm: firm?.name ?? '',
    user,
  });
}
