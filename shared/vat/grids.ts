import type { Localized } from '../domain/locale.ts';
import { GRID_CODES, type Grid } from './types.ts';

/** Frames of form 625 that carry grids. */
export const FRAME_CODES = ['II', 'III', 'IV', 'V', 'VI'] as const;
export type Frame = (typeof FRAME_CODES)[number];

/**
 * What kind of amount a grid holds. `netBase` is net of credit notes received, `memoBase` repeats a base that already stands in 81–83,
 * `creditNote` is always positive although it lowers a base.
 */
export type GridNature = 'base' | 'netBase' | 'memoBase' | 'creditNote' | 'due' | 'deductible' | 'balance';

export interface GridInfo {
  readonly code: Grid;
  readonly frame: Frame;
  readonly nature: GridNature;
  /** Grids that normally move together with this one: a base and its tax. */
  readonly linked: readonly Grid[];
  /** French and Dutch as on the official form and schema; German and English are ours. */
  readonly label: Localized;
}

export const FRAMES: Readonly<Record<Frame, { readonly code: Frame; readonly title: Localized }>> = {
  II: {
    code: 'II',
    title: { fr: 'Opérations à la sortie', nl: 'Uitgaande handelingen', de: 'Ausgangsumsätze', en: 'Outgoing operations' },
  },
  III: {
    code: 'III',
    title: { fr: 'Opérations à l’entrée', nl: 'Inkomende handelingen', de: 'Eingangsumsätze', en: 'Incoming operations' },
  },
  IV: { code: 'IV', title: { fr: 'Taxes dues', nl: 'Verschuldigde btw', de: 'Geschuldete MwSt.', en: 'VAT due' } },
  V: { code: 'V', title: { fr: 'Taxes déductibles', nl: 'Aftrekbare btw', de: 'Abzugsfähige MwSt.', en: 'Deductible VAT' } },
  VI: { code: 'VI', title: { fr: 'Solde', nl: 'Saldo', de: 'Saldo', en: 'Balance' } },
};

const grid = (code: Grid, frame: Frame, nature: GridNature, linked: readonly Grid[], label: Localized): GridInfo => ({
  code,
  frame,
  nature,
  linked,
  label,
});

/** The 29 grids in the order of the form. Source: Intervat schema NewTVA v0_9 and form 625. */
export const GRIDS: readonly GridInfo[] = [
  grid('00', 'II', 'base', [], {
    fr: 'Opérations soumises à un régime particulier',
    nl: 'Handelingen onderworpen aan een bijzondere regeling',
    de: 'Umsätze, die einer Sonderregelung unterliegen',
    en: 'Operations subject to a special scheme',
  }),
  grid('01', 'II', 'base', ['54'], {
    fr: 'Opérations pour lesquelles la TVA est due par le déclarant au taux de 6 %',
    nl: 'Handelingen waarvoor de btw verschuldigd is door de aangever tegen het tarief van 6 %',
    de: 'Umsätze, für die der Erklärungspflichtige die MwSt. zum Satz von 6 % schuldet',
    en: 'Operations on which the declarant owes VAT at 6 %',
  }),
  grid('02', 'II', 'base', ['54'], {
    fr: 'Opérations pour lesquelles la TVA est due par le déclarant au taux de 12 %',
    nl: 'Handelingen waarvoor de btw verschuldigd is door de aangever tegen het tarief van 12 %',
    de: 'Umsätze, für die der Erklärungspflichtige die MwSt. zum Satz von 12 % schuldet',
    en: 'Operations on which the declarant owes VAT at 12 %',
  }),
  grid('03', 'II', 'base', ['54'], {
    fr: 'Opérations pour lesquelles la TVA est due par le déclarant au taux de 21 %',
    nl: 'Handelingen waarvoor de btw verschuldigd is door de aangever tegen het tarief van 21 %',
    de: 'Umsätze, für die der Erklärungspflichtige die MwSt. zum Satz von 21 % schuldet',
    en: 'Operations on which the declarant owes VAT at 21 %',
  }),
  grid('44', 'II', 'base', ['48'], {
    fr: 'Services pour lesquels la TVA étrangère est due par le cocontractant',
    nl: 'Diensten waarvoor de buitenlandse btw verschuldigd is door de medecontractant',
    de: 'Dienstleistungen, für die die ausländische MwSt. vom Vertragspartner geschuldet wird',
    en: 'Services on which the foreign VAT is owed by the customer',
  }),
  grid('45', 'II', 'base', ['49'], {
    fr: 'Opérations pour lesquelles la TVA est due par le cocontractant',
    nl: 'Handelingen waarvoor de btw verschuldigd is door de medecontractant',
    de: 'Umsätze, für die die MwSt. vom Vertragspartner geschuldet wird',
    en: 'Operations on which VAT is owed by the customer',
  }),
  grid('46', 'II', 'base', ['48'], {
    fr: 'Livraisons intracommunautaires exemptées effectuées en Belgique et ventes ABC',
    nl: 'Vrijgestelde intracommunautaire leveringen verricht in België en ABC-verkopen',
    de: 'Steuerfreie innergemeinschaftliche Lieferungen in Belgien und ABC-Verkäufe',
    en: 'Exempt intra-Community supplies made in Belgium and ABC sales',
  }),
  grid('47', 'II', 'base', ['49'], {
    fr: 'Autres opérations exemptées et autres opérations effectuées à l’étranger',
    nl: 'Andere vrijgestelde handelingen en andere handelingen verricht in het buitenland',
    de: 'Andere steuerfreie Umsätze und andere im Ausland bewirkte Umsätze',
    en: 'Other exempt operations and other operations carried out abroad',
  }),
  grid('48', 'II', 'creditNote', ['44', '46'], {
    fr: 'Notes de crédit délivrées et corrections négatives relatives aux opérations des grilles 44 et 46',
    nl: 'Uitgereikte creditnota’s en negatieve verbeteringen met betrekking tot de handelingen in roosters 44 en 46',
    de: 'Ausgestellte Gutschriften und negative Berichtigungen zu den Umsätzen der Raster 44 und 46',
    en: 'Credit notes issued and negative corrections for the operations in grids 44 and 46',
  }),
  grid('49', 'II', 'creditNote', ['64'], {
    fr: 'Notes de crédit délivrées et corrections négatives relatives aux autres opérations du cadre II',
    nl: 'Uitgereikte creditnota’s en negatieve verbeteringen met betrekking tot de andere handelingen van kader II',
    de: 'Ausgestellte Gutschriften und negative Berichtigungen zu den anderen Umsätzen des Rahmens II',
    en: 'Credit notes issued and negative corrections for the other operations of frame II',
  }),
  grid('81', 'III', 'netBase', ['59'], {
    fr: 'Marchandises, matières premières et matières auxiliaires',
    nl: 'Handelsgoederen, grond- en hulpstoffen',
    de: 'Handelswaren, Rohstoffe und Hilfsstoffe',
    en: 'Goods, raw materials and auxiliary materials',
  }),
  grid('82', 'III', 'netBase', ['59'], {
    fr: 'Services et biens divers',
    nl: 'Diensten en diverse goederen',
    de: 'Dienstleistungen und verschiedene Güter',
    en: 'Services and sundry goods',
  }),
  grid('83', 'III', 'netBase', ['59'], {
    fr: 'Biens d’investissement',
    nl: 'Bedrijfsmiddelen',
    de: 'Investitionsgüter',
    en: 'Capital goods',
  }),
  grid('84', 'III', 'creditNote', ['61', '62'], {
    fr: 'Notes de crédit reçues et corrections négatives relatives aux opérations des grilles 86 et 88',
    nl: 'Ontvangen creditnota’s en negatieve verbeteringen met betrekking tot de handelingen in roosters 86 en 88',
    de: 'Erhaltene Gutschriften und negative Berichtigungen zu den Umsätzen der Raster 86 und 88',
    en: 'Credit notes received and negative corrections for the operations in grids 86 and 88',
  }),
  grid('85', 'III', 'creditNote', ['63'], {
    fr: 'Notes de crédit reçues et corrections négatives relatives aux autres opérations du cadre III',
    nl: 'Ontvangen creditnota’s en negatieve verbeteringen met betrekking tot de andere handelingen van kader III',
    de: 'Erhaltene Gutschriften und negative Berichtigungen zu den anderen Umsätzen des Rahmens III',
    en: 'Credit notes received and negative corrections for the other operations of frame III',
  }),
  grid('86', 'III', 'memoBase', ['55'], {
    fr: 'Acquisitions intracommunautaires effectuées en Belgique et ventes ABC',
    nl: 'Intracommunautaire verwervingen verricht in België en ABC-verkopen',
    de: 'Innergemeinschaftliche Erwerbe in Belgien und ABC-Verkäufe',
    en: 'Intra-Community acquisitions made in Belgium and ABC sales',
  }),
  grid('87', 'III', 'memoBase', ['56', '57'], {
    fr: 'Autres opérations à l’entrée pour lesquelles la TVA est due par le déclarant',
    nl: 'Andere inkomende handelingen waarvoor de btw verschuldigd is door de aangever',
    de: 'Andere Eingangsumsätze, für die der Erklärungspflichtige die MwSt. schuldet',
    en: 'Other incoming operations on which the declarant owes VAT',
  }),
  grid('88', 'III', 'memoBase', ['55'], {
    fr: 'Services intracommunautaires avec report de perception',
    nl: 'Intracommunautaire diensten met verlegging van heffing',
    de: 'Innergemeinschaftliche Dienstleistungen mit Verlegung der Erhebung',
    en: 'Intra-Community services under the reverse charge',
  }),
  grid('54', 'IV', 'due', ['01', '02', '03'], {
    fr: 'TVA relative aux opérations déclarées en grilles 01, 02 et 03',
    nl: 'Btw op de handelingen aangegeven in roosters 01, 02 en 03',
    de: 'MwSt. auf die in den Rastern 01, 02 und 03 erklärten Umsätze',
    en: 'VAT on the operations declared in grids 01, 02 and 03',
  }),
  grid('55', 'IV', 'due', ['86', '88'], {
    fr: 'TVA relative aux opérations déclarées en grilles 86 et 88',
    nl: 'Btw op de handelingen aangegeven in roosters 86 en 88',
    de: 'MwSt. auf die in den Rastern 86 und 88 erklärten Umsätze',
    en: 'VAT on the operations declared in grids 86 and 88',
  }),
  grid('56', 'IV', 'due', ['87'], {
    fr: 'TVA relative aux opérations déclarées en grille 87, à l’exception des importations avec report de perception',
    nl: 'Btw op de handelingen aangegeven in rooster 87, met uitzondering van invoeren met verlegging van heffing',
    de: 'MwSt. auf die in Raster 87 erklärten Umsätze, ausgenommen Einfuhren mit Verlegung der Erhebung',
    en: 'VAT on the operations declared in grid 87, except imports with deferred payment',
  }),
  grid('57', 'IV', 'due', ['87'], {
    fr: 'TVA relative aux importations avec report de perception',
    nl: 'Btw op invoeren met verlegging van heffing',
    de: 'MwSt. auf Einfuhren mit Verlegung der Erhebung',
    en: 'VAT on imports with deferred payment (licence ET 14000)',
  }),
  grid('61', 'IV', 'due', [], {
    fr: 'Diverses régularisations TVA en faveur de l’État',
    nl: 'Diverse btw-regularisaties in het voordeel van de Staat',
    de: 'Verschiedene MwSt.-Berichtigungen zugunsten des Staates',
    en: 'Sundry VAT adjustments in favour of the State',
  }),
  grid('63', 'IV', 'due', ['85'], {
    fr: 'TVA à reverser mentionnée sur les notes de crédit reçues',
    nl: 'Terug te storten btw vermeld op ontvangen creditnota’s',
    de: 'Zurückzuzahlende MwSt., die auf erhaltenen Gutschriften vermerkt ist',
    en: 'VAT to be paid back as shown on credit notes received',
  }),
  grid('59', 'V', 'deductible', ['81', '82', '83'], {
    fr: 'TVA déductible',
    nl: 'Aftrekbare btw',
    de: 'Abzugsfähige MwSt.',
    en: 'Deductible VAT',
  }),
  grid('62', 'V', 'deductible', [], {
    fr: 'Diverses régularisations TVA en faveur du déclarant',
    nl: 'Diverse btw-regularisaties in het voordeel van de aangever',
    de: 'Verschiedene MwSt.-Berichtigungen zugunsten des Erklärungspflichtigen',
    en: 'Sundry VAT adjustments in favour of the declarant',
  }),
  grid('64', 'V', 'deductible', ['49'], {
    fr: 'TVA à récupérer mentionnée sur les notes de crédit délivrées',
    nl: 'Te recupereren btw vermeld op uitgereikte creditnota’s',
    de: 'Zurückzufordernde MwSt., die auf ausgestellten Gutschriften vermerkt ist',
    en: 'VAT to be recovered as shown on credit notes issued',
  }),
  grid('71', 'VI', 'balance', [], {
    fr: 'Taxe due à l’État',
    nl: 'Aan de Staat verschuldigde belasting',
    de: 'Dem Staat geschuldete Steuer',
    en: 'Tax due to the State',
  }),
  grid('72', 'VI', 'balance', [], {
    fr: 'Sommes dues par l’État',
    nl: 'Sommen verschuldigd door de Staat',
    de: 'Vom Staat geschuldete Beträge',
    en: 'Amounts due by the State',
  }),
];

const byCode: ReadonlyMap<string, GridInfo> = new Map(GRIDS.map((info) => [info.code, info]));

export const isGrid = (text: string): text is Grid => byCode.has(text);

export function gridInfo(code: Grid): GridInfo {
  return byCode.get(code)!;
}

/** Reads `3`, `03` or `54`; `null` when the return has no such grid (91 included, abolished with the December advance). */
export function parseGrid(text: string): Grid | null {
  const code = /^\d$/.test(text) ? `0${text}` : text;
  return isGrid(code) ? code : null;
}

/** The number as the XML writes it: `3`, not `03`. */
export const gridNumber = (code: Grid): string => String(Number(code));

export const gridsOf = (frame: Frame): readonly GridInfo[] => GRIDS.filter((info) => info.frame === frame);

/** Ascending by number, the order of the XML. */
export const GRIDS_BY_NUMBER: readonly Grid[] = [...GRID_CODES].sort();
