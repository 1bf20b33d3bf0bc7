import type { DocumentGroup } from '#shared/contract/documents.ts';
import type { Delay } from '#shared/domain/delay.ts';
import type { Localized } from '#shared/domain/locale.ts';
import { keyOf, keysOf, type RawLabel, tidy, tripletKey } from './label.ts';
import { DOCUMENT_TYPES, type DocumentType } from './types/index.ts';

export interface Classified {
  /** The label as labels are compared: what an assignment is kept by. */
  readonly key: string;
  readonly group: DocumentGroup;
  /** A formal demand or a seizure: 48 hours as a rule. */
  readonly urgent: boolean;
  /** The type carries a delay set by law, though not the hours of `urgent`. */
  readonly legalDelay: boolean;
  /** What the type alone says of the time to act, counted from the document's day; `null` when nothing, or when it is only a window to object. */
  readonly dueIn: Delay | null;
  readonly label: Localized;
}

/** The group somebody gave a label that no type is known for. */
export type Assigned = (key: string) => DocumentGroup | null;
const nobody: Assigned = () => null;

const byTriplet = new Map(DOCUMENT_TYPES.map((type) => [tripletKey(type), type]));
const byLanguage = (['fr', 'nl', 'de'] as const).map((language) => new Map(DOCUMENT_TYPES.map((type) => [keyOf(type[language]), type])));

/** The type of a label: by all three languages, or by what any one of them says when the others are missing or misspelt. */
export function typeOfKey(key: string): DocumentType | undefined {
  const exact = byTriplet.get(key);
  if (exact) return exact;
  for (const [index, part] of keysOf(key).entries()) {
    const found = byLanguage[index]?.get(part);
    if (found) return found;
  }
  return undefined;
}

/** Never fails: an unknown type is what somebody assigned its label to or `other`, and every language gets the best text at hand. */
export function classify(raw: RawLabel, assigned: Assigned = nobody): Classified {
  const texts = { fr: tidy(raw.fr), nl: tidy(raw.nl), de: tidy(raw.de), en: tidy(raw.en) };
  const any = texts.fr || texts.nl || texts.de || texts.en || '–';
  const label = { fr: texts.fr || any, nl: texts.nl || any, de: texts.de || any };
  const key = tripletKey(label);
  const type = typeOfKey(key);
  const delay = type?.delay;
  // SPF has no English; ours is the type's name followed by the year SPF's own label carries.
  const year = /\b(?:19|20)\d{2}\b/.exec(any)?.[0];
  const english = type ? [type.en, year].filter(Boolean).join(' ') : any;
  return {
    key,
    group: type?.group ?? assigned(key) ?? 'other',
    urgent: type?.urgent ?? false,
    legalDelay: delay !== undefined && type?.urgent !== true,
    dueIn: delay && delay.to !== 'object' ? { count: delay.count, unit: delay.unit } : null,
    label: { ...label, en: texts.en || english },
  };
}
