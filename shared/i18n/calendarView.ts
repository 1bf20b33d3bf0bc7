import { defineMessages } from './define.ts';

/** The calendar of deadlines. */
export const calendarView = defineMessages({
  'calendarView.column.file': { fr: 'À déposer au plus tard', nl: 'Uiterlijk in te dienen', de: 'Spätestens einzureichen', en: 'File by' },
  'calendarView.column.period': { fr: 'Période', nl: 'Periode', de: 'Zeitraum', en: 'Period' },
  'calendarView.column.legal': { fr: 'Jour légal', nl: 'Wettelijke dag', de: 'Gesetzlicher Tag', en: 'Legal day' },
  'calendarView.column.payBy': { fr: 'À payer au plus tard', nl: 'Uiterlijk te betalen', de: 'Spätestens zu zahlen', en: 'Pay by' },
  'calendarView.column.returns': { fr: 'Déclarations', nl: 'Aangiften', de: 'Erklärungen', en: 'Returns' },
  'calendarView.proven': {
    fr: '{proven, plural, one {# prouvée} other {# prouvées}} sur {returns}',
    nl: '{proven} van {returns} bewezen',
    de: '{proven} von {returns} belegt',
    en: '{proven} of {returns} proven',
  },
  'calendarView.filed': {
    fr: '{filed, plural, one {# déposée} other {# déposées}}, {proven, plural, one {# prouvée} other {# prouvées}} sur {returns}',
    nl: '{filed} ingediend, {proven} van {returns} bewezen',
    de: '{filed} eingereicht, {proven} von {returns} belegt',
    en: '{filed} filed, {proven} of {returns} proven',
  },
  'calendarView.empty': { fr: 'Aucune échéance', nl: 'Geen vervaldagen', de: 'Keine Fälligkeiten', en: 'No deadlines' },
  'calendarView.emptyText': {
    fr: 'Les échéances de dépôt et de paiement apparaissent ici dès qu’un client a un régime TVA.',
    nl: 'Vervaldagen voor aangifte en betaling verschijnen hier zodra een klant een btw-regeling heeft.',
    de: 'Fälligkeiten für Erklärung und Zahlung erscheinen hier, sobald ein Mandant eine MwSt-Regelung hat.',
    en: 'Filing and payment days appear here once a client has a VAT regime.',
  },
});
