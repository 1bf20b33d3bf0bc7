import type { Context } from '#app/core/context.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import { periodOf } from '../content.ts';
import type { FilingDependencies } from '../dependencies.ts';
import type { Case, Desk } from '../desk.ts';
import { isOnFile } from '../on-file.ts';
import { readReceipt } from '../receipt-reader.ts';
import { changes, type ReturnRow, returns } from '../return-repository.ts';
import { annexes } from './annex-store.ts';

/** The return of a period that counts: the last one filed. */
const isTheOneOnFile = (rows: readonly ReturnRow[], row: ReturnRow): boolean => rows.find(isOnFile)?.id === row.id;

/** Whether a replacement may still be filed: the return counts, its deadline has not passed, and nobody has begun one. */
export function isReplaceable({ db, today }: Pick<Context, 'db' | 'today'>, row: ReturnRow): boolean {
  if (!isOnFile(row) || today() > deadline(periodOf(row.periodKey)).effective) return false;
  const rows = returns.ofPeriod(db, row.clientId, row.periodKey);
  return rows.every(isOnFile) && isTheOneOnFile(rows, row);
}

/** Makes drafts that replace a return on file. */
export function createReplacing(context: Context, desk: Desk, dependencies: FilingDependencies) {
  const { db } = context;

  /** SPF's reference of the return, `n-VATNUMBER-YYYYPP`, which only its XML receipt tells. */
  const referenceOf = async ({ row, client }: Case): Promise<string> => {
    const facts = row.xmlDocumentId === null ? null : readReceipt(await dependencies.readDocument(row.xmlDocumentId));
    if (!facts?.reference || facts.vatNumber.replace(/\D/g, '') !== client.enterpriseNumber) {
      throw new GuichetError('vat.replaceNoReference', { action: 'retry', params: { period: row.periodKey } });
    }
    return facts.reference;
  };

  return {
    /**
     * The draft that replaces a return: its contents, annexes included, and the reference of its receipt. Where one was begun before, that
     * one is answered.
     * @throws GuichetError `vat.replaceLate` after the deadline, `vat.replaceNoReference` as long as the XML receipt is not stored,
     *   `vat.not_now` for a return that is not the one on file
     */
    async replace(id: string): Promise<ReturnRow> {
      const found = desk.find(id);
      const { row } = found;
      const begun = returns.ofPeriod(db, row.clientId, row.periodKey).find((other) => !isOnFile(other) && other.content.replaces);
      if (begun) return begun;
      const { effective } = deadline(periodOf(row.periodKey));
      if (isOnFile(row) && context.today() > effective) {
        throw new GuichetError('vat.replaceLate', { params: { period: row.periodKey, until: effective } });
      }
      if (!isReplaceable(context, row)) throw new GuichetError('vat.not_now', { params: { state: row.state, event: 'replace' } });
      const replaces = await referenceOf(found);
      const [newId, now, userId] = [context.id(), context.now(), context.users.current().id];
      db.write((tx) => {
        changes.insert(tx, {
          id: newId,
          clientId: row.clientId,
          periodKey: row.periodKey,
          content: { ...row.content, replaces },
          now,
          userId,
        });
        for (const annex of annexes.of(tx, id)) annexes.copy(tx, { id: context.id(), from: annex.id, returnId: newId, userId, now });
        desk.note(tx, { id: newId, clientId: row.clientId, periodKey: row.periodKey }, { event: 'replacing' });
      });
      desk.announce(row.clientId);
      return desk.find(newId).row;
    },
  };
}
