import type { Context } from '#app/core/context.ts';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { withoutBalance } from '#shared/vat/balance.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { corrections } from '../content/correction-store.ts';
import { isUntouched } from '../content/untouched.ts';
import { EMPTY_CONTENT, periodOf } from '../content.ts';
import type { FilingDependencies } from '../dependencies.ts';
import type { Desk } from '../desk.ts';
import { keptFiles } from '../path/kept-files.ts';
import { pathChanges } from '../path/path-repository.ts';
import type { ReceiptFacts } from '../receipt-reader.ts';
import { archived, isXml } from '../receipts/archive.ts';
import { changes, type ReturnRow } from '../return-repository.ts';
import { sha256Hex } from '../sending.ts';
import { differencesFrom, type FiledElsewhere, filedElsewhere } from './filed-elsewhere.ts';
import type { Lookout } from './lookout.ts';
import { receipts } from './receipt-repository.ts';

/** The two ways on from a period that SPF holds a return of already. */
export interface Deciding {
  /**
   * The return is what SPF holds: it says what the receipt says, counts as filed on the portal with the receipt as its proof, and is never sent.
   * @throws GuichetError `vat.not_now` when nothing was filed elsewhere, `vat.conflict`
   */
  takeOver(id: string, version: number): Promise<ReturnRow>;
  /**
   * The return replaces what SPF holds: it names it, and is a draft again, for its bytes change.
   * @throws GuichetError `vat.not_now`, `vat.conflict`, `vat.replaceLate`, `vat.replaceNoReference`
   */
  replace(id: string, version: number): ReturnRow;
  /** A return whose imported file names the one it replaces: that is somebody's decision, for what is known to be filed when it is read. */
  imported(id: string): Promise<void>;
}

/** What SPF holds. The form's other entries are not in the receipt; a VAT unit alone states 00 at nought. */
function contentOf({ grids, clientListingNihil, restitution }: ReceiptFacts): ReturnContent {
  const amounts = Object.fromEntries(Object.entries(withoutBalance(grids as GridAmounts)).filter(([, amount]) => amount !== 0));
  return {
    ...EMPTY_CONTENT,
    grids: amounts,
    clientListingNihil: clientListingNihil ?? false,
    restitution: restitution ?? false,
    ...(grids['00'] === 0 ? { vatUnit: true } : {}),
  };
}

export function createDeciding(
  context: Context,
  desk: Desk,
  dependencies: FilingDependencies,
  lookout: Lookout,
  record: (id: string) => Promise<void>,
): Deciding {
  const { db } = context;

  const foundFor = (row: ReturnRow, event: string): FiledElsewhere => {
    const found = filedElsewhere(db, row);
    if (!found) throw new GuichetError('vat.not_now', { params: { state: row.state, event } });
    return found;
  };

  return {
    async takeOver(id, version) {
      const first = foundFor(desk.findAt(id, version).row, 'portal').receipt;
      const bytes = await dependencies.readDocument(first.id);
      // Read again: something may have happened meanwhile.
      const { row, client } = desk.findAt(id, version);
      const { receipt } = foundFor(row, 'portal');
      desk.changed(receipt.id === first.id ? 1 : 0);
      desk.next(row, 'portal');
      const { facts, receivedAt, uuid } = receipt;
      const [now, userId, sha256] = [context.now(), context.users.current().id, sha256Hex(bytes)];
      const said = differencesFrom(row, receipt, client).map(({ field, sent }) => `${field} ${sent}`);
      const fileName = `${facts.reference ?? uuid}.xml`;
      const pdf = archived.siblings(db, receipt.id).find(({ mimeType }) => !isXml(mimeType));
      db.write((tx) => {
        const reference = facts.reference ?? uuid;
        const reason = createTranslator(context.settings.get().locale)('vatElsewhere.takenOver', { reference });
        const note = { userId, at: now, reason, fileName };
        const content = contentOf(facts);
        corrections.release(tx, id);
        desk.changed(
          pathChanges.takeOver(tx, desk.guard(row), {
            portal: note,
            content,
            receivedAt,
            xmlReference: uuid,
            pdfReference: pdf?.uuid ?? null,
          }),
        );
        const file = { id: context.id(), returnId: id, kind: 'portal', fileName, fileType: 'application/xml', sha256, bytes } as const;
        keptFiles.insert(tx, { ...file, userId, now });
        // What the return had said stays in its evidence.
        desk.note(tx, row, { event: 'portal', sha256, reason: [`${reference} ${uuid}`, ...said].join('; ') });
      });
      desk.announce(row.clientId);
      await record(id);
      return desk.find(id).row;
    },

    replace(id, version) {
      const { row } = desk.findAt(id, version);
      const { receipt } = foundFor(row, 'replace');
      desk.next(row, 'edit');
      const { effective } = deadline(periodOf(row.periodKey));
      const params = { period: row.periodKey };
      if (context.today() > effective) throw new GuichetError('vat.replaceLate', { params: { ...params, until: effective } });
      const { reference } = receipt.facts;
      if (reference === null) throw new GuichetError('vat.replaceNoReference', { params });
      // Nobody has filled it in: it begins with what it replaces, as any replacement does.
      const content = isUntouched(db, row) ? contentOf(receipt.facts) : row.content;
      db.write((tx) => {
        desk.changed(changes.setContent(tx, desk.guard(row), { ...content, replaces: reference }));
        receipts.replace(tx, receipt.id, id);
        if (row.state !== 'draft') desk.note(tx, row, { event: 'edit' });
        desk.note(tx, row, { event: 'replacing', reason: `${reference} ${receipt.uuid}` });
      });
      desk.announce(row.clientId);
      return desk.find(id).row;
    },

    async imported(id) {
      const { row } = desk.find(id);
      if (row.content.replaces === undefined) return;
      await lookout.look(row.clientId);
      const found = filedElsewhere(db, desk.find(id).row);
      if (!found || found.replacing || found.receipt.facts.reference !== row.content.replaces) return;
      db.write((tx) => {
        receipts.replace(tx, found.receipt.id, id);
        desk.note(tx, row, { event: 'replacing', reason: `${row.content.replaces} ${found.receipt.uuid}` });
      });
      desk.announce(row.clientId);
    },
  };
}
