import { type LocalDate, localDate } from './local-date.ts';
import type { Localized } from './locale.ts';

/** Documents of international exchange that SPF never gives through its API: they are read by hand, live, in MyMinfin. */
export interface ExcludedType {
  readonly key: string;
  readonly name: Localized;
  /** Act the exchange rests on. */
  readonly source: string;
  /** First day of the exchange. */
  readonly from: LocalDate;
  /** Last day on which SPF kept it out of the API, `null` while it does. */
  readonly until: LocalDate | null;
}

const DAC = 'Directive 2011/16/EU, art. 8(1): foreign income';
const since2015 = { from: localDate('2015-01-01'), until: null } as const;

const foreign = (key: string, fr: string, nl: string, de: string, en: string): ExcludedType => ({
  ...{ key, source: DAC, ...since2015 },
  name: {
    fr: `Revenus étrangers : ${fr}`,
    nl: `Buitenlandse inkomsten: ${nl}`,
    de: `Ausländische Einkünfte: ${de}`,
    en: `Foreign income: ${en}`,
  },
});

/** Source of the list: SPF's conditions of the documents API. */
export const EXCLUDED_TYPES: readonly ExcludedType[] = [
  foreign('employment', 'rémunérations', 'bezoldigingen', 'Vergütungen aus unselbständiger Arbeit', 'employment income'),
  foreign(
    'directors',
    'tantièmes et jetons de présence',
    'tantièmes en presentiegelden',
    'Aufsichtsrats- und Verwaltungsratsvergütungen',
    'directors’ fees',
  ),
  foreign('insurance', 'produits d’assurance-vie', 'levensverzekeringsproducten', 'Lebensversicherungsprodukte', 'life insurance products'),
  foreign('pensions', 'pensions', 'pensioenen', 'Ruhegehälter', 'pensions'),
  foreign(
    'property',
    'propriété et revenus de biens immobiliers',
    'eigendom van en inkomsten uit onroerend goed',
    'Eigentum an und Einkünfte aus unbeweglichem Vermögen',
    'ownership of and income from immovable property',
  ),
  foreign('royalties', 'redevances', 'royalty’s', 'Lizenzgebühren', 'royalties'),
  {
    key: 'crs',
    name: {
      fr: 'Comptes financiers à l’étranger (CRS)',
      nl: 'Financiële rekeningen in het buitenland (CRS)',
      de: 'Finanzkonten im Ausland (CRS)',
      en: 'Financial accounts abroad (CRS)',
    },
    source: 'OECD Common Reporting Standard; Directive 2014/107/EU',
    from: localDate('2016-01-01'),
    until: null,
  },
  {
    key: 'fatca',
    name: {
      fr: 'Comptes financiers aux États-Unis (FATCA)',
      nl: 'Financiële rekeningen in de Verenigde Staten (FATCA)',
      de: 'Finanzkonten in den Vereinigten Staaten (FATCA)',
      en: 'Financial accounts in the United States (FATCA)',
    },
    source: 'Agreement between Belgium and the United States on FATCA of 23 April 2014',
    from: localDate('2014-07-01'),
    until: null,
  },
  {
    key: 'oecd',
    name: {
      fr: 'Échanges de renseignements de l’OCDE',
      nl: 'Uitwisseling van inlichtingen binnen de OESO',
      de: 'Auskunftsaustausch der OECD',
      en: 'OECD exchanges of information',
    },
    source: 'OECD and Council of Europe Convention on Mutual Administrative Assistance in Tax Matters, art. 5 to 7',
    from: localDate('2015-04-01'),
    until: null,
  },
];

export const excludedTypesOn = (day: LocalDate): readonly ExcludedType[] =>
  EXCLUDED_TYPES.filter(({ from, until }) => from <= day && (until === null || day <= until));

const keyOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9ß]+/g, ' ')
    .trim();

const LANGUAGES = ['fr', 'nl', 'de'] as const;
const KEYS = EXCLUDED_TYPES.map((type) => ({ type, keys: LANGUAGES.map((language) => keyOf(type.name[language])) }));

/** Whether a label is that of such a document, should one ever be listed. Years around the name do not matter. */
export function isExcludedType(label: Readonly<Partial<Record<'fr' | 'nl' | 'de' | 'en', string | null>>>, day: LocalDate): boolean {
  const texts = LANGUAGES.map((language) => keyOf((label[language] ?? '').replace(/\b(?:19|20)\d{2}\b/g, ' ')));
  return KEYS.some(
    ({ type, keys }) => keys.some((key, index) => key === texts[index]) && type.from <= day && (type.until === null || day <= type.until),
  );
}
