import type { Context } from '#app/core/context.ts';
import { buildConsignment } from '#app/vat/xml/build-consignment.ts';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { isFileable, obstacles } from '#shared/vat/rules/evaluate.ts';
import { assertMayApprove } from './approval/rule.ts';
import { clientDirectory, type FilingClient } from './client-directory.ts';
import { annexes, attachmentsOf } from './content/annex-store.ts';
import { freshContent } from './content/fresh.ts';
import { isUntouched } from './content/untouched.ts';
import { toVatReturn } from './content.ts';
import type { Case, Desk } from './desk.ts';
import { assertNotFiledElsewhere } from './elsewhere/filed-elsewhere.ts';
import { judge } from './judging.ts';
import { changes, type ReturnRow, returns } from './return-repository.ts';
import { fileNameOf, sendingOf, sha256Hex } from './sending.ts';

/** From an empty form to approved bytes. Methods answer the row as it is afterwards. */
export interface Preparation {
  /** The return that speaks for the period; a draft is made when there is none. */
  open(clientId: string, periodKey: string): ReturnRow;
  save(id: string, version: number, content: ReturnContent): ReturnRow;
  /** @throws GuichetError `vat.untouched` for a draft nobody filled in and nobody said to be nil, `vat.blocked` */
  check(id: string, version: number): ReturnRow;
  /** @throws GuichetError `vat.filed_elsewhere`, `vat.blocked`, and what four eyes want */
  approve(id: string, version: number): ReturnRow;
  edit(id: string, version: number): ReturnRow;
  /** The frozen bytes, or those that would be frozen now. */
  xml(id: string): { xml: string; sha256: string; frozen: boolean };
  /** @throws GuichetError `vat.blocked` when a rule keeps the return from being filed today */
  assertFileable(found: Case): void;
}

export function createPreparation(context: Context, desk: Desk): Preparation {
  const { db } = context;
  const fresh = (id: string): ReturnRow => desk.find(id).row;

  const assertFileable = ({ row, client }: Case): void => {
    const findings = judge(db, row, client, { today: context.today(), adviceOff: new Set(context.settings.get().adviceOff) });
    if (isFileable(findings)) return;
    throw new GuichetError('vat.blocked', { action: 'editReturn', params: { count: obstacles(findings).length } });
  };

  const bytesOf = (row: ReturnRow, client: FilingClient): Uint8Array =>
    buildConsignment([toVatReturn(row.content, client, row.periodKey, attachmentsOf(db, row.id))]);

  return {
    assertFileable,

    open(clientId, periodKey) {
      if (!clientDirectory.byId(db, clientId)) throw new GuichetError('vat.unknown_client');
      const known = returns.ofPeriod(db, clientId, periodKey)[0];
      if (known) return known;
      const id = context.id();
      const content = freshContent(db, clientId, periodKey);
      db.write((tx) => {
        changes.insert(tx, { id, clientId, periodKey, content, now: context.now(), userId: context.users.current().id });
        desk.note(tx, { id, clientId, periodKey }, { event: 'made' });
      });
      desk.announce(clientId);
      return fresh(id);
    },

    save(id, version, content) {
      const { row } = desk.findAt(id, version);
      // An approval is given up knowingly, by `edit`, never by typing.
      if (row.state === 'approved') throw new GuichetError('vat.not_now', { params: { state: row.state, event: 'edit' } });
      desk.next(row, 'edit');
      db.write((tx) => {
        desk.changed(changes.setContent(tx, desk.guard(row), content));
        if (row.state !== 'draft') desk.note(tx, row, { event: 'edit' });
      });
      desk.announce(row.clientId);
      return fresh(id);
    },

    check(id, version) {
      const found = desk.findAt(id, version);
      const { row } = found;
      const state = desk.next(row, 'check');
      if (isUntouched(db, row)) throw new GuichetError('vat.untouched', { action: 'editReturn' });
      assertFileable(found);
      db.write((tx) => {
        desk.changed(changes.setState(tx, desk.guard(row), state, null));
        desk.note(tx, row, { event: 'check' });
      });
      desk.announce(row.clientId);
      return fresh(id);
    },

    approve(id, version) {
      const found = desk.findAt(id, version);
      const { row, client } = found;
      desk.next(row, 'approve');
      assertNotFiledElsewhere(db, row);
      assertMayApprove(row, context.settings.get().approval, context.users.current());
      assertFileable(found);
      const xml = bytesOf(row, client);
      const sha256 = sha256Hex(xml);
      const { zipSha256 } = sendingOf(xml, fileNameOf(client.enterpriseNumber, row.periodKey), annexes.files(db, row.id));
      db.write((tx) => {
        desk.changed(changes.freeze(tx, desk.guard(row), xml, sha256, zipSha256));
        desk.note(tx, row, { event: 'approve', sha256 });
      });
      desk.announce(row.clientId);
      return fresh(id);
    },

    edit(id, version) {
      const { row } = desk.findAt(id, version);
      desk.next(row, 'edit');
      db.write((tx) => {
        desk.changed(changes.thaw(tx, desk.guard(row)));
        desk.note(tx, row, { event: 'edit' });
      });
      desk.announce(row.clientId);
      return fresh(id);
    },

    xml(id) {
      const { row, client } = desk.find(id);
      const frozen = returns.xml(db, id);
      const bytes = frozen ?? bytesOf(row, client);
      return { xml: new TextDecoder().decode(bytes), sha256: sha256Hex(bytes), frozen: frozen !== null };
    },
  };
}
