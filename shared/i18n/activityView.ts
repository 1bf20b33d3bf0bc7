import { defineMessages } from './define.ts';

/** The list of what happened. What each entry says stands with its topic, as `activity.<kind>`. */
export const activityView = defineMessages({
  'activityView.count': {
    fr: '{count, plural, one {# événement} other {# événements}}',
    nl: '{count, plural, one {# gebeurtenis} other {# gebeurtenissen}}',
    de: '{count, plural, one {# Ereignis} other {# Ereignisse}}',
    en: '{count, plural, one {# event} other {# events}}',
  },
  'activityView.program': { fr: 'Guichet', nl: 'Guichet', de: 'Guichet', en: 'Guichet' },
  'activityView.older': { fr: 'Montrer les plus anciens', nl: 'Oudere tonen', de: 'Ältere zeigen', en: 'Show older' },
  'activityView.empty': {
    fr: 'Encore rien à raconter',
    nl: 'Nog niets te vertellen',
    de: 'Noch nichts zu berichten',
    en: 'Nothing to tell yet',
  },
  'activityView.emptyText': {
    fr: 'Récupérations, dépôts, consentements et changements apparaissent ici, avec l’heure et la personne.',
    nl: 'Ophalingen, indieningen, toestemmingen en wijzigingen verschijnen hier, met uur en persoon.',
    de: 'Abrufe, Einreichungen, Einwilligungen und Änderungen erscheinen hier, mit Uhrzeit und Person.',
    en: 'Fetches, filings, consents and changes appear here, with the time and the person.',
  },
});
