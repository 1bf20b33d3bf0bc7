import type { Context } from '#app/core/context.ts';
import type { Reader } from '#app/platform/db/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { brusselsDate } from '#shared/domain/local-date.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import type { FilingState } from '#shared/vat/filing-states.ts';
import type { FilingClient } from '../client-directory.ts';
import { periodOf } from '../content.ts';
import { isOnFile } from '../on-file.ts';
import { archived, isXml } from '../receipts/archive.ts';
import { differencesOf } from '../receipts/compare.ts';
import { type ReturnRow, returns } from '../return-repository.ts';
import { receipts, type StrayReceipt } from './receipt-repository.ts';

/** Not with SPF, and not on its way there. */
const OPEN: ReadonlySet<FilingState> = new Set<FilingState>(['draft', 'ready', 'approved', 'queued', 'refused']);
export const isOpen = (row: Pick<ReturnRow, 'state' | 'discarded'>): boolean => row.discarded === null && OPEN.has(row.state);

/** A filing that is not ours, of the period of a return that is still open. */
export interface FiledElsewhere {
  readonly receipt: StrayReceipt;
  /** A person decided that this return replaces it, and the return says so. */
  readonly replacing: boolean;
}

/**
 * What SPF holds of the period of an open return, and was filed by other software, on the portal, or by a Guichet that this profile does not
 * remember: the newest receipt no return refers to. `null` too where a return of ours was filed after it, for then that one counts.
 */
export function filedElsewhere(db: Reader, row: ReturnRow): FiledElsewhere | null {
  if (!isOpen(row)) return null;
  const receipt = receipts.stray(db, row.clientId, row.periodKey);
  if (!receipt) return null;
  const later = returns
    .ofPeriod(db, row.clientId, row.periodKey)
    .some((other) => isOnFile(other) && other.sentAt !== null && other.sentAt >= receipt.receivedAt);
  if (later) return null;
  // The reference alone does not tell: every return of a period that was sent by itself bears the same one.
  const named = receipt.facts.reference !== null && row.content.replaces === receipt.facts.reference;
  return { receipt, replacing: named && receipt.replacedBy === row.id };
}

/** Waits for a person to say whether it is taken over or replaced. */
export function undecided(db: Reader, row: ReturnRow): FiledElsewhere | null {
  const found = filedElsewhere(db, row);
  return found?.replacing ? null : found;
}

export function filedElsewhereError({ facts, receivedAt }: StrayReceipt): GuichetError {
  const params = { period: facts.periodKey, date: brusselsDate(receivedAt), reference: facts.reference ?? '–' };
  return new GuichetError('vat.filed_elsewhere', { params });
}

/** @throws GuichetError `vat.filed_elsewhere` */
export function assertNotFiledElsewhere(db: Reader, row: ReturnRow): void {
  const found = undecided(db, row);
  if (found) throw filedElsewhereError(found.receipt);
}

/** What the other filing says otherwise than this return. Other bytes arrived than ours, so the digest tells nothing. */
export const differencesFrom = (row: ReturnRow, { facts }: StrayReceipt, client: FilingClient): ReturnView['receiptDifferences'] =>
  differencesOf(facts, { ...row, zipSha256: null, portal: null }, client.enterpriseNumber);

/** The other filing as the screen shows it. */
export function elsewhereView(
  { db, today }: Pick<Context, 'db' | 'today'>,
  row: ReturnRow,
  client: FilingClient,
): ReturnView['filedElsewhere'] {
  const found = filedElsewhere(db, row);
  if (!found) return null;
  const { receipt, replacing } = found;
  const { reference } = receipt.facts;
  return {
    documentId: archived.siblings(db, receipt.id).find(({ mimeType }) => !isXml(mimeType))?.id ?? receipt.id,
    receivedOn: brusselsDate(receipt.receivedAt),
    reference,
    replacing,
    replaceable: reference !== null && today() <= deadline(periodOf(row.periodKey)).effective,
    differences: [...differencesFrom(row, receipt, client)],
  };
}
