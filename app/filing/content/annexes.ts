import type { Context } from '#app/core/context.ts';
import type { Writer } from '#app/platform/db/index.ts';
import type { Annex } from '#shared/contract/vat.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { nameKey, safeFileName } from '#shared/domain/safe-name.ts';
import type { Desk } from '../desk.ts';

import { changes, type ReturnRow } from '../return-repository.ts';
import { sha256Hex } from '../sending.ts';
import { annexLimitsOn } from './annex-facts.ts';
import { annexKind, ENDINGS } from './annex-kind.ts';
import { annexes } from './annex-store.ts';
import { isEditable } from './editable.ts';

export interface NewFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly description?: string | undefined;
}

const megabytes = (bytes: number): number => Math.ceil((bytes * 10) / (1024 * 1024)) / 10;

/** A name that every system takes, that says what the file is, and that no other annex has. */
function nameFor(wanted: string, fileType: Annex['fileType'], taken: readonly Annex[]): string {
  const endings = ENDINGS[fileType];
  const clean = safeFileName(wanted);
  const ending = endings.find((each) => clean.toLowerCase().endsWith(each)) ?? endings[0]!;
  const stem = clean.toLowerCase().endsWith(ending) ? clean.slice(0, -ending.length) : clean;
  const keys = new Set(taken.map(({ fileName }) => nameKey(fileName)));
  for (let copy = 1; ; copy += 1) {
    const name = safeFileName(`${stem}${copy === 1 ? '' : ` (${copy})`}${ending}`);
    if (!keys.has(nameKey(name))) return name;
  }
}

/** Annexes come and go like any other content: a check is void afterwards, and an approval must be given up before. */
export function createAnnexes(context: Context, desk: Desk) {
  const { db } = context;

  const editable = (id: string, version: number): ReturnRow => {
    const { row } = desk.findAt(id, version);
    if (!isEditable(row)) throw new GuichetError('vat.not_now', { params: { state: row.state, event: 'edit' } });
    return row;
  };
  const change = (row: ReturnRow, event: string, sha256: string, apply: (tx: Writer) => void): ReturnRow => {
    db.write((tx) => {
      apply(tx);
      desk.changed(changes.setContent(tx, desk.guard(row), row.content));
      desk.note(tx, row, { event, sha256 });
    });
    desk.announce(row.clientId);
    return desk.find(row.id).row;
  };

  return {
    /** @throws GuichetError `vat.annexType`, `vat.annexSize`, `vat.annexMany`, `vat.not_now`, `vat.conflict` */
    add(id: string, version: number, { fileName, bytes, description = '' }: NewFile): ReturnRow {
      const row = editable(id, version);
      const held = annexes.of(db, id);
      const { count, bytes: most } = annexLimitsOn(context.today());
      const fileType = annexKind(bytes);
      if (fileType === null) throw new GuichetError('vat.annexType', { action: 'chooseFile', params: { name: safeFileName(fileName) } });
      if (held.length >= count) throw new GuichetError('vat.annexMany', { params: { limit: count } });
      const total = held.reduce((sum, { size }) => sum + size, bytes.byteLength);
      if (total > most) {
        throw new GuichetError('vat.annexSize', {
          action: 'chooseFile',
          params: { size: megabytes(total), limit: Math.floor(most / (1024 * 1024)) },
        });
      }
      const annex = {
        id: context.id(),
        returnId: id,
        fileName: nameFor(fileName, fileType, held),
        fileType,
        description: description.trim().replace(/\s+/g, ' '),
        sha256: sha256Hex(bytes),
        bytes,
        userId: context.users.current().id,
        now: context.now(),
      };
      return change(row, 'annexAdded', annex.sha256, (tx) => annexes.insert(tx, annex));
    },

    /** An annex the return does not have (any more) is no error. */
    remove(id: string, version: number, annexId: string): ReturnRow {
      const row = editable(id, version);
      const held = annexes.of(db, id).find((annex) => annex.id === annexId);
      return held ? change(row, 'annexRemoved', held.sha256, (tx) => annexes.remove(tx, id, annexId)) : row;
    },
  };
}
