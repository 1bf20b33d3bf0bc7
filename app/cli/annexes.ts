import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { App } from '#app/core/app.ts';
import { readConsignment } from '#app/vat/xml/read-consignment.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { nameKey } from '#shared/domain/safe-name.ts';

interface Given {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

export interface Annexes {
  /**
   * Gives a draft the annexes of the command line, exactly those; without any it keeps what it has. Of a file with several returns, each
   * gets the annexes it names.
   * @throws GuichetError `vat.import.attachments` when the return names one it does not have, `vat.annex*`
   */
  attach(app: App, view: ReturnView, sequence: number): Promise<ReturnView>;
}

/** @param read reads one of the files @param xml the returns as they are imported */
export async function annexesOf(files: readonly string[], read: (file: string) => Promise<Uint8Array>, xml: Uint8Array): Promise<Annexes> {
  const given: Given[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await read(file));
    given.push({ name: basename(file), bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  const { declarations } = readConsignment(xml);
  const named = (sequence: number): string[] =>
    (declarations.find((each) => each.sequence === sequence)?.ret?.attachments ?? []).map(({ fileName }) => nameKey(fileName));

  return {
    async attach(app, start, sequence) {
      const announced = named(sequence);
      const own = declarations.length === 1 ? given : given.filter(({ name }) => announced.includes(nameKey(name)));
      let view = start;
      if (own.length > 0) {
        for (const { id, sha256 } of view.annexes) {
          if (!own.some((each) => each.sha256 === sha256))
            view = await app.call('vat.removeAnnex', { id: view.id, version: view.version, annexId: id });
        }
        for (const { name, bytes, sha256 } of own) {
          if (view.annexes.some((each) => each.sha256 === sha256)) continue;
          view = await app.call('vat.addAnnex', { id: view.id, version: view.version, fileName: name, bytes });
        }
      }
      const held = [...view.annexes.map(({ fileName }) => fileName), ...own.map(({ name }) => name)].map(nameKey);
      if (announced.some((name) => !held.includes(name))) throw new GuichetError('vat.import.attachments', { action: 'editReturn' });
      return view;
    },
  };
}
