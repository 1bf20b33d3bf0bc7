import { defineMessages } from './define.ts';

/** What can be done with a client beyond its card: list import, archiving, merging, exporting. */
export const clientActions = defineMessages({
  'clientActions.import': { fr: 'Importer une liste…', nl: 'Lijst importeren…', de: 'Liste importieren…', en: 'Import a list…' },
  'clientActions.dossier': { fr: 'Exporter le dossier', nl: 'Dossier exporteren', de: 'Dossier exportieren', en: 'Export the dossier' },
  'clientActions.exported': {
    fr: '{count, plural, one {{shown} document exporté} other {{shown} documents exportés}}{missing, plural, =0 {} other {, # absents de l’archive (voir l’index)}}',
    nl: '{count, plural, one {{shown} document geëxporteerd} other {{shown} documenten geëxporteerd}}{missing, plural, =0 {} other {, # niet in het archief (zie de index)}}',
    de: '{count, plural, one {{shown} Dokument exportiert} other {{shown} Dokumente exportiert}}{missing, plural, =0 {} other {, # nicht im Archiv (siehe Verzeichnis)}}',
    en: '{count, plural, one {{shown} document exported} other {{shown} documents exported}}{missing, plural, =0 {} other {, # not in the archive (see the index)}}',
  },
  'clientActions.field.folderCode': { fr: 'Code de dossier', nl: 'Mapcode', de: 'Ordnerkürzel', en: 'Folder code' },
  'clientActions.folderCodeHint': {
    fr: 'Nom de son dossier de copies ; vide : le numéro.',
    nl: 'Naam van zijn kopiemap; leeg: het nummer.',
    de: 'Name seines Kopieordners; leer: die Nummer.',
    en: 'Name of its folder of copies; empty: the number.',
  },
  'clientActions.column.leaving': { fr: 'À sauver', nl: 'Te redden', de: 'Zu retten', en: 'To save' },
  'clientActions.leaving': {
    fr: '{count, plural, one {{shown} document quitte MyMinfin dans les 7 jours sans être archivé} other {{shown} documents quittent MyMinfin dans les 7 jours sans être archivés}}',
    nl: '{count, plural, one {{shown} document verdwijnt binnen 7 dagen uit MyMinfin en is niet bewaard} other {{shown} documenten verdwijnen binnen 7 dagen uit MyMinfin en zijn niet bewaard}}',
    de: '{count, plural, one {{shown} Dokument verlässt MyMinfin in 7 Tagen und ist nicht archiviert} other {{shown} Dokumente verlassen MyMinfin in 7 Tagen und sind nicht archiviert}}',
    en: '{count, plural, one {{shown} document leaves MyMinfin within 7 days and is not stored} other {{shown} documents leave MyMinfin within 7 days and are not stored}}',
  },
  'clientActions.show.active': { fr: 'Actifs', nl: 'Actief', de: 'Aktive', en: 'Active' },
  'clientActions.show.archived': { fr: 'Archivés', nl: 'Gearchiveerd', de: 'Archivierte', en: 'Archived' },
  'clientActions.show': { fr: 'Clients affichés', nl: 'Getoonde klanten', de: 'Angezeigte Mandanten', en: 'Clients shown' },
  'clientActions.archive': { fr: 'Archiver', nl: 'Archiveren', de: 'Archivieren', en: 'Archive' },
  'clientActions.unarchive': { fr: 'Réactiver', nl: 'Opnieuw activeren', de: 'Wieder aktivieren', en: 'Make active again' },
  'clientActions.archiveText': {
    fr: 'Un client archivé n’est plus synchronisé ; ses documents restent.',
    nl: 'Een gearchiveerde klant wordt niet meer gesynchroniseerd; zijn documenten blijven.',
    de: 'Ein archivierter Mandant wird nicht mehr synchronisiert; seine Dokumente bleiben.',
    en: 'An archived client is no longer synced; its documents stay.',
  },
  'clientActions.emptyArchived': {
    fr: 'Aucun client archivé',
    nl: 'Geen gearchiveerde klanten',
    de: 'Keine archivierten Mandanten',
    en: 'No archived clients',
  },
  'clientActions.merge': { fr: 'Fusionner…', nl: 'Samenvoegen…', de: 'Zusammenführen…', en: 'Merge…' },
  'clientActions.mergeTitle': {
    fr: 'Fusionner {name} avec un autre client',
    nl: '{name} met een andere klant samenvoegen',
    de: '{name} mit einem anderen Mandanten zusammenführen',
    en: 'Merge {name} with another client',
  },
  'clientActions.mergeText': {
    fr: 'Tous les documents de {name}, aussi ceux à venir, passent au client choisi. {name} est archivé.',
    nl: 'Alle documenten van {name}, ook toekomstige, gaan naar de gekozen klant. {name} wordt gearchiveerd.',
    de: 'Alle Dokumente von {name}, auch künftige, gehen an den gewählten Mandanten. {name} wird archiviert.',
    en: 'All documents of {name}, those to come too, go to the client you choose. {name} is archived.',
  },
  'clientActions.mergeInto': { fr: 'Fusionner avec', nl: 'Samenvoegen met', de: 'Zusammenführen mit', en: 'Merge with' },
  'clientActions.mergeDo': {
    fr: 'Fusionner {from} avec {into}',
    nl: '{from} samenvoegen met {into}',
    de: '{from} mit {into} zusammenführen',
    en: 'Merge {from} with {into}',
  },
  'clientActions.archived': {
    fr: '{name} est archivé',
    nl: '{name} is gearchiveerd',
    de: '{name} ist archiviert',
    en: '{name} is archived',
  },
  'clientActions.unarchived': {
    fr: '{name} est de nouveau actif',
    nl: '{name} is opnieuw actief',
    de: '{name} ist wieder aktiv',
    en: '{name} is active again',
  },
  'clientActions.merged': {
    fr: '{count, plural, one {{shown} document déplacé} other {{shown} documents déplacés}}',
    nl: '{count, plural, one {{shown} document verplaatst} other {{shown} documenten verplaatst}}',
    de: '{count, plural, one {{shown} Dokument verschoben} other {{shown} Dokumente verschoben}}',
    en: '{count, plural, one {{shown} document moved} other {{shown} documents moved}}',
  },
});
