import { DOCUMENT_GROUPS, type DocumentGroup } from '#shared/domain/document-groups.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { documentsView } from '#shared/i18n/documentsView.ts';
import { fold, wordsOf } from '../fold.ts';
import type { StateNode } from './query.ts';

export type Field = 'client' | 'type' | 'due' | 'amount' | 'status';

const table = <T>(rows: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
  new Map(rows.flatMap(([value, words]) => words.split('|').map((word) => [fold(word), value] as const)));

/** What a part may be called, in whichever of the four languages. */
export const FIELDS = table<Field>([
  ['client', 'client|klant|mandant|kunde'],
  ['type', 'type|typ|soort|art|genre'],
  ['due', 'due|échéance|délai|vervaldag|termijn|frist|fällig'],
  ['amount', 'amount|montant|bedrag|betrag'],
  ['status', 'status|statut|état|staat|stand'],
]);

/** Only in capitals, so that the little words stay words. */
export const OPERATORS: ReadonlyMap<string, 'and' | 'or'> = new Map([
  ...(['AND', 'ET', 'EN', 'UND'] as const).map((word) => [word, 'and'] as const),
  ...(['OR', 'OU', 'OF', 'ODER'] as const).map((word) => [word, 'or'] as const),
]);

export const NONE = table<true>([[true, 'none|aucun|aucune|sans|geen|zonder|keine|keiner|kein|ohne']]);
export const OVERDUE = table<true>([[true, 'overdue|late|retard|dépassé|dépassée|vervallen|laat|achterstallig|überfällig|abgelaufen']]);
export const TODAY = table<true>([[true, 'today|aujourd’hui|aujourdhui|vandaag|heute']]);

export const STATES: ReadonlyMap<string, StateNode> = table<StateNode>([
  [{ kind: 'state', of: 'work', value: 'new' }, 'new|nouveau|nouveaux|nouvelle|nieuw|nieuwe|neu|neue'],
  [{ kind: 'state', of: 'work', value: 'todo' }, 'todo|to do|à traiter|traiter|à faire|te doen|tedoen|zu erledigen|offen|open'],
  [{ kind: 'state', of: 'work', value: 'done' }, 'done|traité|traités|fait|klaar|gedaan|erledigt'],
  [{ kind: 'state', of: 'archive', value: 'waiting' }, 'waiting|attente|en attente|wacht|wachtend|ausstehend|wartend'],
  [{ kind: 'state', of: 'archive', value: 'stored' }, 'stored|archivé|archivés|bewaard|archiviert'],
  [{ kind: 'state', of: 'archive', value: 'refused' }, 'refused|refusé|refusés|geweigerd|verweigert'],
  [{ kind: 'state', of: 'archive', value: 'gone' }, 'gone|expiré|expirés|verlopen|verfallen'],
  [{ kind: 'state', of: 'archive', value: 'damaged' }, 'damaged|endommagé|endommagés|beschadigd|beschädigt'],
  [{ kind: 'state', of: 'archive', value: 'excluded' }, 'excluded|exclu|exclus|uitgesloten|ausgeschlossen'],
  [{ kind: 'state', of: 'seen', value: false }, 'unseen|unread|non lu|nonlu|non lus|ongelezen|ongezien|ungelesen|ungesehen'],
  [{ kind: 'state', of: 'seen', value: true }, 'seen|read|lu|lus|gelezen|gelesen'],
]);

const GROUP_WORDS = new Map<DocumentGroup, readonly string[]>(
  DOCUMENT_GROUPS.map((group) => [
    group,
    [fold(group), ...LOCALES.flatMap((locale) => wordsOf(documentsView[`documentsView.group.${group}`][locale]))],
  ]),
);

/** Groups with a name in which each word begins some word; little words are no names. */
export function groupsNamed(words: readonly string[]): DocumentGroup[] {
  if (words.length === 0) return [];
  return DOCUMENT_GROUPS.filter((group) =>
    words.every((word) => word.length >= 3 && GROUP_WORDS.get(group)!.some((name) => name.startsWith(word))),
  );
}
