import type { Reader } from '#app/platform/db/index.ts';
import type { ReturnContent } from '#shared/contract/vat.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { evaluate } from '#shared/vat/rules/evaluate.ts';
import type { Finding, RuleContext } from '#shared/vat/types.ts';
import type { FilingClient } from './client-directory.ts';
import { carriedGrids } from './content/carry.ts';
import { toVatReturn } from './content.ts';
import { isOnFile } from './on-file.ts';
import { type ReturnRow, returns } from './return-repository.ts';

/** States in which a return is past judging: it is on its way or with SPF. */
const PAST_JUDGING = new Set(['sending', 'unknown', 'accepted', 'proven']);

export interface JudgeContext {
  readonly today: LocalDate;
  readonly adviceOff: ReadonlySet<string>;
}

/** What a person said of the period that the form itself does not hold. */
const factsOf = ({ cessation, icListing, accountCredit }: ReturnContent): Partial<RuleContext> => ({ cessation, icListing, accountCredit });

/** Every rule that fires on the return as it would be sent today; none once it has been sent. */
export function judge(
  db: Reader,
  row: Pick<ReturnRow, 'id' | 'clientId' | 'periodKey' | 'content' | 'state' | 'discarded'>,
  client: FilingClient,
  context: JudgeContext,
): Finding[] {
  if (PAST_JUDGING.has(row.state)) return [];
  const alreadyFiled = returns.ofPeriod(db, row.clientId, row.periodKey).some((other) => other.id !== row.id && isOnFile(other));
  return evaluate(toVatReturn(row.content, client, row.periodKey), {
    today: context.today,
    alreadyFiled,
    adviceOff: context.adviceOff,
    carriedWaiting: carriedGrids(db, row),
    ...(client.regime ? { regime: client.regime } : {}),
    ...factsOf(row.content),
  });
}
