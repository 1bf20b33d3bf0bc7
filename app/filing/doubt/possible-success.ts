import type { Reader } from '#app/platform/db/index.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { evidence } from '../evidence.ts';
import type { FilingAnswer } from '../int-client.ts';
import { isOnFile } from '../on-file.ts';
import { MAYBE_FILED } from '../receipts/maybe-filed.ts';
import { type ReturnRow, returns } from '../return-repository.ts';
import type { Outcome } from '../send-outcome.ts';
import { saysAlreadyFiled } from './already-filed.ts';

/**
 * "Already filed" may be the echo of our own sending. It is a plain refusal only when the return SPF means is known here and these very bytes
 * never had a lost answer; otherwise the outcome is unknown, and the receipt of the period decides.
 */
export function possibleSuccess(db: Reader, row: ReturnRow, answer: FilingAnswer, on: LocalDate): Outcome {
  if (answer.outcome.kind === 'accepted' || !saysAlreadyFiled(answer, on)) return answer.outcome;
  const known = returns.ofPeriod(db, row.clientId, row.periodKey).some((other) => other.id !== row.id && isOnFile(other));
  const lostBefore = row.sha256 !== null && evidence.has(db, row.id, 'lose', row.sha256);
  if (known && !lostBefore && answer.outcome.kind === 'refused') return answer.outcome;
  const refusal = answer.outcome.kind === 'refused' ? answer.outcome.refusal : null;
  return { kind: 'unknown', refusal, error: toErrorShape(new GuichetError(MAYBE_FILED, { action: 'openPortal' })) };
}
