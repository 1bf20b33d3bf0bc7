import { defineMessages } from './define.ts';

/** How long one document is kept, and what holds it beyond that. */
export const documentHold = defineMessages({
  'documentPreview.panel.hold': { fr: 'Conservation', nl: 'Bewaring', de: 'Aufbewahrung', en: 'Retention' },
  'documentHold.chip': { fr: 'Bloqué', nl: 'Geblokkeerd', de: 'Gesperrt', en: 'On hold' },
  'documentHold.until': {
    fr: 'À garder jusqu’au {day} selon la règle.',
    nl: 'Volgens de regel te bewaren tot {day}.',
    de: 'Nach der Regel aufzubewahren bis {day}.',
    en: 'To be kept until {day} by rule.',
  },
  'documentHold.longer': {
    fr: 'Bloqué : rien n’est effacé, même après cette date.',
    nl: 'Geblokkeerd: er wordt niets gewist, ook niet na die datum.',
    de: 'Gesperrt: Auch nach diesem Tag wird nichts gelöscht.',
    en: 'On hold: nothing is erased, even after that day.',
  },
  'documentHold.ofClient': { fr: 'tout le client', nl: 'de hele klant', de: 'ganzer Mandant', en: 'the whole client' },
  'documentHold.placed': {
    fr: 'Bloqué le {when}{who, select, none {} other { par {who}}}',
    nl: 'Geblokkeerd op {when}{who, select, none {} other { door {who}}}',
    de: 'Gesperrt am {when}{who, select, none {} other { von {who}}}',
    en: 'Held on {when}{who, select, none {} other { by {who}}}',
  },
  'documentHold.lifted': {
    fr: 'Levé le {when}{who, select, none {} other { par {who}}}',
    nl: 'Opgeheven op {when}{who, select, none {} other { door {who}}}',
    de: 'Aufgehoben am {when}{who, select, none {} other { von {who}}}',
    en: 'Lifted on {when}{who, select, none {} other { by {who}}}',
  },
  'documentHold.reason': { fr: 'Motif du blocage', nl: 'Reden van de blokkering', de: 'Grund der Sperre', en: 'Reason of the hold' },
  'documentHold.hold': { fr: 'Bloquer', nl: 'Blokkeren', de: 'Sperren', en: 'Hold' },
  'documentHold.lift': { fr: 'Lever', nl: 'Opheffen', de: 'Aufheben', en: 'Lift' },
  'documentHold.toClient': {
    fr: 'Voir les blocages du client',
    nl: 'Blokkeringen van de klant bekijken',
    de: 'Sperren des Mandanten ansehen',
    en: 'See the client’s holds',
  },
});
