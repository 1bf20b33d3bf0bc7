import { defineMessages } from './define.ts';

/** Keeping, verifying and restoring stored files. */
export const archive = defineMessages({
  'error.archive.diskFull': {
    fr: 'Le disque de l’archive est plein. Rien n’a été écrit à moitié ; libérez de l’espace, puis relancez la synchronisation.',
    nl: 'De schijf van het archief is vol. Er is niets half weggeschreven; maak ruimte vrij en synchroniseer opnieuw.',
    de: 'Der Datenträger des Archivs ist voll. Nichts wurde halb geschrieben; geben Sie Speicherplatz frei und synchronisieren Sie erneut.',
    en: 'The archive’s disk is full. Nothing was half written; free some space and sync again.',
  },
  'error.archive.readOnly': {
    fr: 'Guichet ne peut pas écrire dans le dossier de l’archive. Vérifiez les droits du dossier, puis relancez la synchronisation.',
    nl: 'Guichet kan niet in de map van het archief schrijven. Controleer de rechten van de map en synchroniseer opnieuw.',
    de: 'Guichet kann nicht in den Ordner des Archivs schreiben. Prüfen Sie die Rechte des Ordners und synchronisieren Sie erneut.',
    en: 'Guichet cannot write to the archive’s folder. Check the folder’s permissions and sync again.',
  },
  'error.archive.unreadable': {
    fr: 'L’archive ne peut pas être lue en ce moment. Vérifiez que son disque est connecté, puis réessayez ; aucun document n’a été déclaré endommagé.',
    nl: 'Het archief kan nu niet gelezen worden. Controleer of de schijf is aangesloten en probeer opnieuw; geen enkel document is als beschadigd gemeld.',
    de: 'Das Archiv kann zurzeit nicht gelesen werden. Prüfen Sie, ob sein Datenträger angeschlossen ist, und versuchen Sie es erneut; kein Dokument wurde als beschädigt gemeldet.',
    en: 'The archive cannot be read at the moment. Check that its disk is connected and try again; no document was reported as damaged.',
  },
  'error.document.encoded': {
    fr: 'Le fichier est arrivé dans un format de compression inconnu. Guichet le redemandera.',
    nl: 'Het bestand kwam in een onbekend compressieformaat. Guichet vraagt het opnieuw.',
    de: 'Die Datei kam in einem unbekannten Kompressionsformat. Guichet fragt erneut an.',
    en: 'The file came in an unknown compression format. Guichet will ask again.',
  },
  'activity.archive.verified': {
    fr: 'Archive vérifiée : {documents, plural, one {# document} other {# documents}}, {damaged, plural, =0 {aucun endommagé} one {# endommagé} other {# endommagés}}',
    nl: 'Archief gecontroleerd: {documents, plural, one {# document} other {# documenten}}, {damaged, plural, =0 {geen enkel beschadigd} one {# beschadigd} other {# beschadigd}}',
    de: 'Archiv geprüft: {documents, plural, one {# Dokument} other {# Dokumente}}, {damaged, plural, =0 {keines beschädigt} one {# beschädigt} other {# beschädigt}}',
    en: 'Archive verified: {documents, plural, one {# document} other {# documents}}, {damaged, plural, =0 {none damaged} one {# damaged} other {# damaged}}',
  },
  'activity.document.restored': {
    fr: 'Fichier endommagé, rétabli à partir d’une copie',
    nl: 'Beschadigd bestand, hersteld uit een kopie',
    de: 'Beschädigte Datei, aus einer Kopie wiederhergestellt',
    en: 'File damaged, restored from a copy',
  },
  'cli.help.verify': {
    fr: 'relit chaque document archivé et le compare à son empreinte',
    nl: 'leest elk gearchiveerd document opnieuw en vergelijkt het met zijn hash',
    de: 'liest jedes archivierte Dokument erneut und vergleicht es mit seinem Hash',
    en: 'reads every archived document again and compares it with its hash',
  },
  'cli.verify.progress': {
    fr: '{done} documents vérifiés sur {total}',
    nl: '{done} van {total} documenten gecontroleerd',
    de: '{done} von {total} Dokumenten geprüft',
    en: '{done} of {total} documents verified',
  },
  'cli.verify.summary': {
    fr: '{documents, plural, one {# document archivé} other {# documents archivés}}, {megabytes} Mo ; endommagés : {damaged}, dont rétablis : {restored}.',
    nl: '{documents, plural, one {# gearchiveerd document} other {# gearchiveerde documenten}}, {megabytes} MB; beschadigd: {damaged}, waarvan hersteld: {restored}.',
    de: '{documents, plural, one {# archiviertes Dokument} other {# archivierte Dokumente}}, {megabytes} MB; beschädigt: {damaged}, davon wiederhergestellt: {restored}.',
    en: '{documents, plural, one {# archived document} other {# archived documents}}, {megabytes} MB; damaged: {damaged}, of which restored: {restored}.',
  },
  'cli.verify.damaged': {
    fr: 'endommagé, non rétabli',
    nl: 'beschadigd, niet hersteld',
    de: 'beschädigt, nicht wiederhergestellt',
    en: 'damaged, not restored',
  },
  'cli.verify.restored': { fr: 'rétabli', nl: 'hersteld', de: 'wiederhergestellt', en: 'restored' },
});
