import type { LocalDate } from '#shared/domain/local-date.ts';
import { type Dated, validOn } from '#shared/vat/dated.ts';
import type { FilingAnswer } from '../int-client.ts';

/** How SPF says that it holds a return of the period already: a status, or the identifier of a rule in its refusal. */
interface Sign extends Dated {
  readonly statuses?: readonly number[];
  readonly identifier?: RegExp;
}

const SIGNS: readonly Sign[] = [
  { statuses: [409], source: 'HTTP: conflict with the state of the resource; RFC 9110, section 15.5.10' },
  {
    // SPF publishes no list; the known identifiers are English words between underscores.
    identifier: /(?:^|_)(?:DUPLICATE|DOUBLE|ALREADY_(?:FILED|SUBMITTED|RECEIVED|DECLARED|EXISTS?|INTRODUCED)|EXISTING_DECLARATION)(?:_|$)/i,
    source: 'Intervat API guide, form of the identifiers; the simulator’s E_SIM_DUPLICATE',
  },
];

/** Whether the answer says, or may say, that the return is with SPF. */
export function saysAlreadyFiled({ outcome, status }: FilingAnswer, on: LocalDate): boolean {
  const identifiers = outcome.kind === 'refused' ? (outcome.refusal?.entries ?? []).map(({ identifier }) => identifier) : [];
  return SIGNS.filter((sign) => validOn(sign, on)).some(
    ({ statuses, identifier }) =>
      (status !== null && statuses?.includes(status) === true) ||
      (identifier !== undefined && identifiers.some((id) => identifier.test(id))),
  );
}
