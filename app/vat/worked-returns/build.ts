import { fromDecimal } from '#shared/domain/cents.ts';
import type { Period } from '#shared/domain/period.ts';
import { withBalance } from '#shared/vat/balance.ts';
import { deductionSeason } from '#shared/vat/seasons.ts';
import type { Declarant, GridAmounts, VatReturn } from '#shared/vat/types.ts';
import { buildConsignment } from '../xml/build-consignment.ts';
import { type WorkedReturn, workedReturns } from './returns.ts';

const amounts = (grids: WorkedReturn['grids']): GridAmounts =>
  Object.fromEntries(Object.entries(grids).map(([grid, amount]) => [grid, fromDecimal(amount)!]));

/**
 * A worked return of a declarant and period. The pro rata is stated only in its season.
 * @throws RangeError when there is no worked return of that name
 */
export function workedReturn(id: string, declarant: Declarant, period: Period): VatReturn {
  const worked = workedReturns.find((candidate) => candidate.id === id);
  if (!worked) throw new RangeError(`no worked return ${id}`);
  const { grids, restitution = false, proRata } = worked;
  return {
    declarant,
    period,
    grids: withBalance(amounts(grids)),
    clientListingNihil: false,
    restitution,
    paymentAttribute: 'NO',
    justifications: [],
    ...(proRata && deductionSeason(period) !== null ? { deduction: { adjustedYear: period.year - 1, ...proRata } } : {}),
    reference: worked.id,
  };
}

/** The same as a file for Intervat. */
export const workedReturnXml = (id: string, declarant: Declarant, period: Period): Uint8Array =>
  buildConsignment([workedReturn(id, declarant, period)]);

/** The same as `DRAFT.json`, without 71/72. */
export function workedDraft(id: string, declarant: Declarant, period: Period): string {
  const worked = workedReturns.find((candidate) => candidate.id === id);
  const { deduction, clientListingNihil, restitution, paymentAttribute } = workedReturn(id, declarant, period);
  const draft = { declarant, period, grids: worked?.grids, clientListingNihil, restitution, paymentAttribute, deduction };
  return `${JSON.stringify(draft, null, 2)}\n`;
}
