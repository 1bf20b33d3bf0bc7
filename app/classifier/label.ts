/** A label as SPF sent it; any language may be missing. */
export type RawLabel = Readonly<Record<'fr' | 'nl' | 'de' | 'en', string | null>>;
type Triplet = Readonly<Record<'fr' | 'nl' | 'de', string>>;

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
export const keyOf = (label: string): string =>
  tidy(label)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(?:19|20)\d{2}\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const LANGUAGES = ['fr', 'nl', 'de'] as const;

/** SPF sends no type code: the three labels together are what names a type. */
export const tripletKey = (label: Triplet): string => LANGUAGES.map((language) => keyOf(label[language])).join('|');

/** The keys of the three languages in a triplet's key. */
export const keysOf = (triplet: string): readonly string[] => triplet.split('|');
