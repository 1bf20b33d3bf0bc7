import type { DocumentGroup } from '#shared/contract/documents.ts';
import type { Localized } from '#shared/domain/locale.ts';
import { DOCUMENT_TYPES, type DocumentType } from './document-types.ts';

/** A label as SPF sent it; any language may be missing. */
export type RawLabel = Readonly<Record<'fr' | 'nl' | 'de' | 'en', string | null>>;

export interface Classified {
  readonly group: DocumentGroup;
  readonly urgent: boolean;
  readonly label: Localized;
}

const PLACEHOLDER = /\{[A-Z0-9_]+\}/g;

/** A label fit for the screen: placeholders nobody filled and stray spaces are gone. */
export function tidy(label: string | null): string {
  return (label ?? '')
    .replace(PLACEHOLDER, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s\-–:]+$/, '');
}

/** What two writings of one label have in common: no year, accent, case or punctuation. */
const keyOf = (label: string): string =>
  tidy(label)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(?:19|20)\d{2}\b/g, ' ')
    .replace(/[^a-z0-9ß]+/g, ' ')
    .trim();

const tripletOf = (label: { fr: string; nl: string; de: string }): string => [label.fr, label.nl, label.de].map(keyOf).join('|');

const byTriplet = new Map(DOCUMENT_TYPES.map((type) => [tripletOf(type), type]));
const LANGUAGES = ['fr', 'nl', 'de'] as const;
const byLanguage = LANGUAGES.map((language) => new Map(DOCUMENT_TYPES.map((type) => [keyOf(type[language]), type])));

/** The type of a label: by all three languages, or by what any one of them says when the others are missing or misspelt. */
function typeOf(label: RawLabel): DocumentType | undefined {
  const exact = byTriplet.get(tripletOf({ fr: label.fr ?? '', nl: label.nl ?? '', de: label.de ?? '' }));
  if (exact) return exact;
  for (const [index, language] of LANGUAGES.entries()) {
    const found = byLanguage[index]!.get(keyOf(label[language] ?? ''));
    if (found) return found;
  }
  return undefined;
}

/** Never fails: an unknown type is `other`, and every language gets the best text at hand. */
export function classify(raw: RawLabel): Classified {
  const type = typeOf(raw);
  const texts = { fr: tidy(raw.fr), nl: tidy(raw.nl), de: tidy(raw.de), en: tidy(raw.en) };
  const any = texts.fr || texts.nl || texts.de || texts.en || '–';
  // SPF has no English; ours is the type's name followed by the year SPF's own label carries.
  const year = /\b(?:19|20)\d{2}\b/.exec(any)?.[0];
  const english = type ? [type.en, year].filter(Boolean).join(' ') : any;
  return {
    group: type?.group ?? 'other',
    urgent: type?.urgent ?? false,
    label: { fr: texts.fr || any, nl: texts.nl || any, de: texts.de || any, en: texts.en || english },
  };
}
