import type { Context } from '#app/core/context.ts';
import type { Writer } from '#app/platform/db/index.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import type { FilingEvent } from '#shared/vat/filing-states.ts';
import type { DocumentRequest, FilingDependencies } from './dependencies.ts';
import type { Case, Desk, Step } from './desk.ts';
import { possibleSuccess } from './doubt/possible-success.ts';
import type { FilingAnswer } from './int-client.ts';
import { queued } from './queue/queue-repository.ts';
import { MAYBE_FILED } from './receipts/maybe-filed.ts';
import { changes, type ReturnRow } from './return-repository.ts';
import type { Outcome } from './send-outcome.ts';

/** Asks for the receipts of an accepted return that are not in the archive yet. A start-up asks again, so a failure costs nothing. */
export function askForReceipts(context: Context, { row, client }: Case, dependencies: FilingDependencies): void {
  const owner = client.enterpriseNumber as EnterpriseNumber;
  const ask = (uuid: string | null, held: string | null, reason: DocumentRequest['reason']): void => {
    if (uuid === null || held !== null) return;
    dependencies.requestDocument({ uuid, owner, reason }).catch((error: unknown) => {
      context.ports.log.write('warn', 'filing.receiptNotAsked', { code: toErrorShape(error).code });
    });
  };
  ask(row.pdfReference, row.pdfDocumentId, 'receiptPdf');
  ask(row.xmlReference, row.xmlDocumentId, 'receiptXml');
}

export interface Sent {
  readonly returnId: string;
  readonly correlationId: string;
  readonly answer: FilingAnswer;
}

const EVENTS = {
  accepted: 'accept',
  refused: 'refuse',
  notSent: 'notSent',
  unreached: 'unreached',
  unknown: 'lose',
} as const satisfies Record<Outcome['kind'], FilingEvent>;

/** Brings the row to the state the outcome gives. @returns what is noted as evidence */
function apply(tx: Writer, desk: Desk, row: ReturnRow, outcome: Outcome): Step {
  const guard = desk.guard(row);
  // The table of transitions decides; a state that cannot be left so is left as it is.
  const state = desk.next(row, EVENTS[outcome.kind]);
  switch (outcome.kind) {
    case 'accepted':
      desk.changed(changes.accept(tx, guard, outcome.pdfReference, outcome.xmlReference));
      return { event: 'accept' };
    case 'refused':
      desk.changed(changes.refuse(tx, guard, outcome.refusal, outcome.error));
      return { event: 'refuse', reason: outcome.error.code };
    case 'notSent':
      // The sending did not take place: the approval stands, and a person may send again.
      desk.changed(changes.setState(tx, guard, state, outcome.error));
      return { event: 'notSent', reason: outcome.error.code };
    case 'unreached':
      desk.changed(queued.requeue(tx, guard, outcome.error.code, JSON.stringify(outcome.error)));
      return { event: 'unreached', reason: outcome.error.code };
    case 'unknown':
      desk.changed(changes.doubt(tx, guard, outcome.refusal ?? null, outcome.error));
      return { event: outcome.error.code === MAYBE_FILED ? 'maybeFiled' : 'lose', reason: outcome.error.code };
    default:
      return assertNever(outcome);
  }
}

/** Writes down what a POST came to, and asks for the receipts of an accepted one. */
export function recordOutcome(context: Context, desk: Desk, dependencies: FilingDependencies, sent: Sent): void {
  const { row } = desk.find(sent.returnId);
  const { correlationId, answer } = sent;
  context.db.write((tx) => {
    const step = apply(tx, desk, row, possibleSuccess(tx, row, answer, context.today()));
    desk.note(tx, row, { correlationId, status: answer.status, sha256: row.sha256, userId: null, ...step });
  });
  const found = desk.find(sent.returnId);
  if (found.row.state === 'accepted') askForReceipts(context, found, dependencies);
}
