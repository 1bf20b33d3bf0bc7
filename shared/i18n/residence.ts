import { defineMessages } from './define.ts';

/** Guichet beside the clock: its menu and its notifications. */
export const residence = defineMessages({
  'residence.open': { fr: 'Ouvrir Guichet', nl: 'Guichet openen', de: 'Guichet öffnen', en: 'Open Guichet' },
  'residence.sync': { fr: 'Synchroniser maintenant', nl: 'Nu synchroniseren', de: 'Jetzt synchronisieren', en: 'Sync now' },
  'residence.quit': { fr: 'Quitter Guichet', nl: 'Guichet afsluiten', de: 'Guichet beenden', en: 'Quit Guichet' },
  'residence.lastSync': {
    fr: 'Dernière synchronisation : {when}',
    nl: 'Laatste synchronisatie: {when}',
    de: 'Letzte Synchronisierung: {when}',
    en: 'Last sync: {when}',
  },
  'residence.neverSynced': {
    fr: 'Aucune synchronisation jusqu’ici',
    nl: 'Nog geen synchronisatie',
    de: 'Noch keine Synchronisierung',
    en: 'No sync yet',
  },
  'residence.notice.demand': {
    fr: '{count, plural, one {Sommation ou saisie : 48 heures} other {# sommations ou saisies : 48 heures}}',
    nl: '{count, plural, one {Aanmaning of beslag: 48 uur} other {# aanmaningen of beslagen: 48 uur}}',
    de: '{count, plural, one {Mahnung oder Pfändung: 48 Stunden} other {# Mahnungen oder Pfändungen: 48 Stunden}}',
    en: '{count, plural, one {Formal demand or seizure: 48 hours} other {# formal demands or seizures: 48 hours}}',
  },
  'residence.notice.demand.body': {
    fr: 'Ouvrez la liste : chacune a son délai.',
    nl: 'Open de lijst: elk heeft zijn termijn.',
    de: 'Öffnen Sie die Liste: jede hat ihre Frist.',
    en: 'Open the list: each has its own delay.',
  },
  'residence.notice.syncFailing': {
    fr: 'Plus de synchronisation depuis un jour',
    nl: 'Al een dag geen synchronisatie',
    de: 'Seit einem Tag keine Synchronisierung',
    en: 'No sync for a day',
  },
  'residence.notice.syncFailing.body': {
    fr: 'Rien de nouveau n’arrive de MyMinfin. Ouvrez Guichet pour voir pourquoi.',
    nl: 'Er komt niets nieuws van MyMinfin. Open Guichet om te zien waarom.',
    de: 'Von MyMinfin kommt nichts Neues. Öffnen Sie Guichet, um zu sehen, warum.',
    en: 'Nothing new arrives from MyMinfin. Open Guichet to see why.',
  },
  'residence.notice.leaving': {
    fr: '{count, plural, one {Un document quitte bientôt MyMinfin} other {# documents quittent bientôt MyMinfin}}',
    nl: '{count, plural, one {Een document verdwijnt binnenkort uit MyMinfin} other {# documenten verdwijnen binnenkort uit MyMinfin}}',
    de: '{count, plural, one {Ein Dokument verlässt MyMinfin bald} other {# Dokumente verlassen MyMinfin bald}}',
    en: '{count, plural, one {A document leaves MyMinfin soon} other {# documents leave MyMinfin soon}}',
  },
  'residence.notice.leaving.body': {
    fr: 'Pas encore dans l’archive, et plus que quelques jours pour les obtenir.',
    nl: 'Nog niet in het archief, en nog maar enkele dagen te krijgen.',
    de: 'Noch nicht im Archiv und nur noch wenige Tage zu bekommen.',
    en: 'Not in the archive yet, and to be had for a few more days only.',
  },
  'residence.notice.consentEnding': {
    fr: 'Un consentement se termine bientôt',
    nl: 'Een toestemming loopt binnenkort af',
    de: 'Eine Zustimmung endet bald',
    en: 'A consent ends soon',
  },
  'residence.notice.consentEnding.body': {
    fr: 'Sans renouvellement, plus rien n’arrive de MyMinfin.',
    nl: 'Zonder vernieuwing komt er niets meer van MyMinfin.',
    de: 'Ohne Erneuerung kommt von MyMinfin nichts mehr.',
    en: 'Without renewal nothing more arrives from MyMinfin.',
  },
  'residence.notice.gap': {
    fr: 'Des jours de MyMinfin n’ont pas été vus',
    nl: 'Dagen van MyMinfin werden niet gezien',
    de: 'Tage von MyMinfin wurden nicht gesehen',
    en: 'Days of MyMinfin were not seen',
  },
  'residence.notice.gap.body': {
    fr: 'Ce qui y a paru n’est peut-être pas dans l’archive. Ouvrez Guichet pour les dates.',
    nl: 'Wat toen verscheen, zit misschien niet in het archief. Open Guichet voor de data.',
    de: 'Was dort erschien, ist vielleicht nicht im Archiv. Öffnen Sie Guichet für die Daten.',
    en: 'What appeared then may not be in the archive. Open Guichet for the dates.',
  },
  'residence.notice.deadline': {
    fr: '{days, plural, =0 {TVA {period} : dernier jour pour déposer} =1 {TVA {period} : à déposer demain au plus tard} other {TVA {period} : encore # jours pour déposer}}',
    nl: '{days, plural, =0 {Btw {period}: laatste dag om in te dienen} =1 {Btw {period}: uiterlijk morgen in te dienen} other {Btw {period}: nog # dagen om in te dienen}}',
    de: '{days, plural, =0 {MwSt. {period}: letzter Tag der Einreichung} =1 {MwSt. {period}: spätestens morgen einzureichen} other {MwSt. {period}: noch # Tage für die Einreichung}}',
    en: '{days, plural, =0 {VAT {period}: last day to file} =1 {VAT {period}: to be filed tomorrow at the latest} other {VAT {period}: # days left to file}}',
  },
  'residence.notice.deadline.body': {
    fr: '{count, plural, one {# déclaration n’est pas encore déposée.} other {# déclarations ne sont pas encore déposées.}}',
    nl: '{count, plural, one {# aangifte is nog niet ingediend.} other {# aangiften zijn nog niet ingediend.}}',
    de: '{count, plural, one {# Erklärung ist noch nicht eingereicht.} other {# Erklärungen sind noch nicht eingereicht.}}',
    en: '{count, plural, one {# return is not filed yet.} other {# returns are not filed yet.}}',
  },
});
