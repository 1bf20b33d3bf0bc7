import type { Context } from '#app/core/context.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { addDays, brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';
import { periodKey, shiftPeriod } from '#shared/domain/period.ts';
import { totals } from '#shared/vat/balance.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import { epcQr } from '#shared/vat/epc-qr.ts';
import { allowedEvents, type FilingEvent } from '#shared/vat/filing-states.ts';
import { paymentInstruction } from '#shared/vat/payment.ts';
import { isFileable } from '#shared/vat/rules/evaluate.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { approvalOf } from './approval/view.ts';
import type { FilingClient } from './client-directory.ts';
import { annexes } from './content/annex-store.ts';
import { carriedOf } from './content/carry.ts';
import { correctionsWaiting } from './content/corrections.ts';
import { refundConditions } from './content/refund.ts';
import { isReplaceable } from './content/replace.ts';
import { isUntouched } from './content/untouched.ts';
import { periodOf, sentGrids } from './content.ts';
import { elsewhereView } from './elsewhere/filed-elsewhere.ts';
import { evidence } from './evidence.ts';
import { receiptWindowOn } from './filing-facts.ts';
import { judge } from './judging.ts';
import { mayGoAgain } from './path/again.ts';
import { isDiscardable } from './path/discard.ts';
import { pathOf } from './path/view.ts';
import { releaseObstacle } from './release-rule.ts';
import { type ReturnRow, returns } from './return-repository.ts';

type Receipt = ReturnView['receipt'];

/** The day the receipts of a sending show in MyMinfin. */
export function receiptExpectedOn(sentAt: number): LocalDate {
  const day = brusselsDate(sentAt);
  return addDays(day, receiptWindowOn(day).expectedAfterDays);
}

/** Events a person may cause now; those of the program alone are never offered. */
const BY_PERSON: ReadonlySet<FilingEvent> = new Set<FilingEvent>([
  ...(['check', 'approve', 'edit', 'queue', 'unqueue', 'send', 'release', 'portal', 'again'] as const),
]);

const NEEDS_DECISION: ReadonlySet<FilingEvent> = new Set<FilingEvent>(['approve', 'queue', 'send', 'again']);
const NEEDS_FILEABLE: ReadonlySet<FilingEvent> = new Set<FilingEvent>(['check', 'approve', 'queue', 'send']);

function previousGrids(context: Context, row: ReturnRow): GridAmounts | null {
  const key = periodKey(shiftPeriod(periodOf(row.periodKey), -1));
  const before = returns.ofPeriod(context.db, row.clientId, key)[0];
  return before ? sentGrids(before.content) : null;
}

function payment(row: ReturnRow, client: FilingClient): ReturnView['payment'] {
  const { balance } = totals(row.content.grids as GridAmounts);
  if (balance.grid !== '71' || balance.cents === 0) return null;
  const { payBy } = deadline(periodOf(row.periodKey));
  const transfer = { ...paymentInstruction(client.enterpriseNumber, payBy), amount: balance.cents };
  return { ...transfer, payBy, qr: epcQr(transfer, payBy) ?? '' };
}

function receiptOf(row: ReturnRow): Receipt {
  const waiting = row.sentAt !== null && (row.state === 'accepted' || row.state === 'unknown') && row.origin === 'guichet';
  return {
    pdfReference: row.pdfReference,
    xmlReference: row.xmlReference,
    pdfDocumentId: row.pdfDocumentId,
    xmlDocumentId: row.xmlDocumentId,
    expectedOn: waiting && row.sentAt !== null ? receiptExpectedOn(row.sentAt) : null,
  };
}

/** A return as the screen shows it. Everything that follows from something else is computed here. */
export function viewOf(context: Context, row: ReturnRow, client: FilingClient): ReturnView {
  const { db, users } = context;
  const findings = judge(db, row, client, { today: context.today(), adviceOff: new Set(context.settings.get().adviceOff) });
  const { legal, effective, payBy } = deadline(periodOf(row.periodKey));
  const releaseFacts = { userId: users.current().id, today: context.today(), lastSearch: client.lastSuccess };
  const events = row.discarded === null ? allowedEvents(row.state) : [];
  const allowed = events.filter(
    (event) =>
      BY_PERSON.has(event) &&
      (event !== 'release' || releaseObstacle(row, releaseFacts) === null) &&
      (event !== 'again' || mayGoAgain(row)),
  );
  const fileable = isFileable(findings);
  const approval = approvalOf(context, row);
  const elsewhere = elsewhereView(context, row, client);
  // Taken over or replaced: that is decided first.
  const undecided = elsewhere !== null && !elsewhere.replacing;
  return {
    id: row.id,
    version: row.version,
    clientId: row.clientId,
    clientName: client.name,
    enterpriseNumber: client.enterpriseNumber,
    regime: client.regime,
    periodKey: row.periodKey,
    state: row.state,
    allowed: allowed.filter(
      (event) =>
        (fileable || !NEEDS_FILEABLE.has(event)) &&
        !(undecided && NEEDS_DECISION.has(event)) &&
        (event !== 'approve' || approval.obstacle === null),
    ),
    content: row.content,
    findings: findings.map((finding) => ({ ...finding, grids: [...finding.grids] })),
    fileable,
    untouched: row.state === 'draft' && isUntouched(db, row),
    discardable: isDiscardable(db, row),
    discarded: row.discarded !== null,
    deadline: { legal, effective, payBy },
    previous: previousGrids(context, row),
    annexes: annexes.of(db, row.id),
    carried: carriedOf(db, row),
    correctionsWaiting: correctionsWaiting(db, row),
    approval,
    ...pathOf(row, users),
    replaceable: isReplaceable(context, row),
    filedElsewhere: elsewhere,
    refund: refundConditions(db, row, context.today()),
    sha256: row.sha256,
    refusal: row.refusal,
    error: row.error === null ? null : { ...row.error, params: { ...row.error.params } },
    receipt: receiptOf(row),
    evidence: evidence.of(db, row.id).map(({ at, event, userId, correlationId, status, sha256 }) => ({
      at: new Date(at).toISOString(),
      event,
      who: users.nameOf(userId),
      correlationId,
      status,
      sha256,
    })),
    payment: payment(row, client),
  };
}
