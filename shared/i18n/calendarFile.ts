import { defineMessages } from './define.ts';

/** Deadlines as another calendar shows them. */
export const calendarFile = defineMessages({
  'calendarFile.name': { fr: 'Échéances TVA {year}', nl: 'Btw-vervaldagen {year}', de: 'MwSt.-Fristen {year}', en: 'VAT deadlines {year}' },
  'calendarFile.file': {
    fr: 'TVA {period} : déposer les déclarations {regime, select, month {mensuelles} other {trimestrielles}}',
    nl: 'Btw {period}: {regime, select, month {maandaangiften} other {kwartaalaangiften}} indienen',
    de: 'MwSt. {period}: {regime, select, month {Monatserklärungen} other {Quartalserklärungen}} einreichen',
    en: 'VAT {period}: file the {regime, select, month {monthly} other {quarterly}} returns',
  },
  'calendarFile.moved': {
    fr: 'Jour légal : {legal}. Une déclaration déposée jusqu’au {effective} est encore à temps.',
    nl: 'Wettelijke dag: {legal}. Een aangifte die tot en met {effective} wordt ingediend, is nog op tijd.',
    de: 'Gesetzlicher Tag: {legal}. Eine bis zum {effective} eingereichte Erklärung ist noch rechtzeitig.',
    en: 'Legal day: {legal}. A return filed until {effective} is still in time.',
  },
  'calendarFile.notMoved': {
    fr: 'Jour légal : {legal}. Il n’est pas reporté, même un week-end ou un jour férié.',
    nl: 'Wettelijke dag: {legal}. Hij verschuift niet, ook niet in het weekend of op een feestdag.',
    de: 'Gesetzlicher Tag: {legal}. Er verschiebt sich nicht, auch nicht am Wochenende oder Feiertag.',
    en: 'Legal day: {legal}. It does not move, not even for a weekend or a holiday.',
  },
  'calendarFile.legal': {
    fr: 'Jour légal : {legal}.',
    nl: 'Wettelijke dag: {legal}.',
    de: 'Gesetzlicher Tag: {legal}.',
    en: 'Legal day: {legal}.',
  },
  'calendarFile.pay': {
    fr: 'TVA {period} : payer ({regime, select, month {mensuels} other {trimestriels}})',
    nl: 'Btw {period}: betalen ({regime, select, month {maandaangevers} other {kwartaalaangevers}})',
    de: 'MwSt. {period}: zahlen ({regime, select, month {Monatszahler} other {Quartalszahler}})',
    en: 'VAT {period}: pay ({regime, select, month {monthly filers} other {quarterly filers}})',
  },
  'calendarFile.payNote': {
    fr: 'Dernier jour ouvrable pour un virement encore à temps.',
    nl: 'Laatste werkdag voor een overschrijving die nog op tijd is.',
    de: 'Letzter Werktag für eine noch rechtzeitige Überweisung.',
    en: 'Last working day for a transfer that is still in time.',
  },
});
