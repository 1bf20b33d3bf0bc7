import type { LabelSet, SimDocument } from '../documents.ts';
import type { Labels } from './doc-types.ts';
import type { Chance } from './prng.ts';

/** Labels as the search gives them: `en` null, now and then a stray space or a placeholder nobody filled. */
export function sloppyLabels(labels: Labels, year: number, luck: Chance): LabelSet {
  const shown = luck.odds(0.06) ? '{FISC_EXERCISE_YEAR}' : String(year);
  const fill = (text: string): string => text.replace('{year}', shown);
  const space = (text: string): string => (luck.odds(0.12) ? ` ${text}` : text);
  return { fr: space(fill(labels.fr)), nl: space(fill(labels.nl)), de: space(fill(labels.de)), en: null };
}

/** The labels as a person would print them. */
export const cleanLabel = (text: string, year: number): string =>
  text.replace('{year}', String(year)).replace('{FISC_EXERCISE_YEAR}', '').trim();

const NAMES: Readonly<Record<'mime' | 'published' | 'reference', LabelSet>> = {
  mime: { nl: 'Mimetype', fr: 'Mimetype', de: 'Mimetype', en: null },
  published: { nl: 'Publicatiedatum', fr: 'Date de publication', de: 'Veröffentlichungsdatum', en: null },
  reference: { nl: 'Externe referentie', fr: 'Référence externe', de: 'Externe Referenz', en: null },
};

/** The metadata list; `mime` may be wrong, as with SPF. */
export function metadataOf(mime: string, publishedOn: string, reference: string): SimDocument['metadata'] {
  return [
    { name: NAMES.mime, values: [mime] },
    { name: NAMES.published, values: [publishedOn] },
    { name: NAMES.reference, values: [reference] },
  ];
}
