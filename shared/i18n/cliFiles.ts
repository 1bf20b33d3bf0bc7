import { defineMessages } from './define.ts';

/** The command line's verbs that write documents to folders and files. */
export const cliFiles = defineMessages({
  'cliFiles.help.export': {
    fr: 'exporte les documents avec un index, ou leur liste',
    nl: 'exporteert de documenten met een index, of hun lijst',
    de: 'exportiert die Dokumente mit Verzeichnis, oder ihre Liste',
    en: 'exports the documents with an index, or their list',
  },
  'cliFiles.help.mirror': {
    fr: 'tient à jour la copie lisible dans un dossier',
    nl: 'werkt de leesbare kopie in een map bij',
    de: 'hält die lesbare Kopie in einem Ordner aktuell',
    en: 'keeps the readable copy in a folder up to date',
  },
  'cliFiles.help.paper': {
    fr: 'écrit un papier d’une déclaration (PDF, lettre, journal, XLSX, XML)',
    nl: 'schrijft een stuk van een aangifte (pdf, brief, logboek, XLSX, XML)',
    de: 'schreibt ein Papier einer Erklärung (PDF, Brief, Protokoll, XLSX, XML)',
    en: 'writes a paper of a return (PDF, letter, log, XLSX, XML)',
  },
  'cliFiles.paper': {
    fr: '{file} : {bytes} octets',
    nl: '{file}: {bytes} bytes',
    de: '{file}: {bytes} Bytes',
    en: '{file}: {bytes} bytes',
  },
  'cliFiles.exported': {
    fr: '{documents, plural, one {# document} other {# documents}}, {missing, plural, =0 {aucun manquant} one {# manquant} other {# manquants}}, {megabytes} Mo : {file}',
    nl: '{documents, plural, one {# document} other {# documenten}}, {missing, plural, =0 {geen enkel ontbreekt} one {# ontbreekt} other {# ontbreken}}, {megabytes} MB: {file}',
    de: '{documents, plural, one {# Dokument} other {# Dokumente}}, {missing, plural, =0 {keines fehlt} one {# fehlt} other {# fehlen}}, {megabytes} MB: {file}',
    en: '{documents, plural, one {# document} other {# documents}}, {missing, plural, =0 {none missing} other {# missing}}, {megabytes} MB: {file}',
  },
  'cliFiles.mirror': {
    fr: '{folder} : {written, plural, one {# fichier en place} other {# fichiers en place}}, {waiting} à écrire, {missing, plural, one {# manquant ou modifié} other {# manquants ou modifiés}}, {conflicts, plural, one {# place occupée} other {# places occupées}}',
    nl: '{folder}: {written, plural, one {# bestand op zijn plaats} other {# bestanden op hun plaats}}, {waiting} nog te schrijven, {missing} ontbrekend of gewijzigd, {conflicts, plural, one {# plaats bezet} other {# plaatsen bezet}}',
    de: '{folder}: {written, plural, one {# Datei am Platz} other {# Dateien am Platz}}, {waiting} noch zu schreiben, {missing} fehlend oder geändert, {conflicts, plural, one {# Platz belegt} other {# Plätze belegt}}',
    en: '{folder}: {written, plural, one {# file in place} other {# files in place}}, {waiting} to write, {missing} missing or changed, {conflicts, plural, one {# place taken} other {# places taken}}',
  },
  'cliFiles.mirrorOff': {
    fr: 'La copie lisible est désactivée. Choisissez un dossier avec --folder.',
    nl: 'De leesbare kopie is uitgeschakeld. Kies een map met --folder.',
    de: 'Die lesbare Kopie ist ausgeschaltet. Wählen Sie mit --folder einen Ordner.',
    en: 'The readable copy is off. Choose a folder with --folder.',
  },
});
