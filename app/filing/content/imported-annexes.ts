import type { Reader } from '#app/platform/db/index.ts';
import type { Localized } from '#shared/domain/locale.ts';
import { nameKey } from '#shared/domain/safe-name.ts';
import type { Finding, VatReturn } from '#shared/vat/types.ts';
import { annexes } from './annex-store.ts';

const message = (list: string): Localized => ({
  fr: `Le fichier annonce des annexes qu’il ne contient pas : ${list}. Joignez-les à la déclaration avant de la déposer.`,
  nl: `Het bestand vermeldt bijlagen die het niet bevat: ${list}. Voeg ze bij de aangifte voor u ze indient.`,
  de: `Die Datei nennt Anlagen, die sie nicht enthält: ${list}. Fügen Sie sie der Erklärung bei, bevor Sie sie einreichen.`,
  en: `The file names annexes it does not hold: ${list}. Attach them to the return before you file it.`,
});

/** What an imported return announces and its draft does not hold yet: an XML names annexes and carries none. */
export function missingAnnexes(db: Reader, ret: VatReturn, returnId: string): Finding[] {
  const held = new Set(annexes.of(db, returnId).map(({ fileName }) => nameKey(fileName)));
  const missing = (ret.attachments ?? []).map(({ fileName }) => fileName).filter((name) => !held.has(nameKey(name)));
  return missing.length === 0
    ? []
    : [{ id: 'I_ANNEXES', severity: 'advice', grids: [], justified: false, message: message(missing.join(', ')) }];
}
