import { defineMessages } from './define.ts';

/** What a person shows to whoever helps them. */
export const support = defineMessages({
  'support.section': { fr: 'Assistance', nl: 'Ondersteuning', de: 'Support', en: 'Support' },
  'support.text': {
    fr: 'Un dossier à montrer à qui vous aide : versions, paramètres, comptages, schéma, codes d’erreur, durées et lignes du journal. Il ne contient aucun nom, numéro, document ni jeton, et Guichet ne l’envoie nulle part : vous le lisez ici, puis vous l’enregistrez.',
    nl: 'Een bundel om te tonen aan wie u helpt: versies, instellingen, aantallen, schema, foutcodes, tijden en regels uit het logboek. Er staat geen naam, nummer, document of token in, en Guichet verstuurt hem nergens heen: u leest hem hier en bewaart hem daarna.',
    de: 'Ein Paket für die Person, die Ihnen hilft: Versionen, Einstellungen, Anzahlen, Schema, Fehlercodes, Zeiten und Protokollzeilen. Es enthält keinen Namen, keine Nummer, kein Dokument und kein Token, und Guichet sendet es nirgendwohin: Sie lesen es hier und speichern es dann.',
    en: 'A bundle to show to whoever helps you: versions, settings, counts, schema, error codes, timings and lines of the log. It holds no name, number, document or token, and Guichet sends it nowhere: you read it here, then you save it.',
  },
  'support.files': { fr: 'Fichiers du dossier', nl: 'Bestanden van de bundel', de: 'Dateien des Pakets', en: 'Files of the bundle' },
  'support.collected': {
    fr: 'Rassemblé le {when}. Ce qui est montré est exactement ce qui sera enregistré.',
    nl: 'Verzameld op {when}. Wat u ziet, is precies wat bewaard wordt.',
    de: 'Zusammengestellt am {when}. Gespeichert wird genau das, was Sie sehen.',
    en: 'Collected on {when}. What you see is exactly what will be saved.',
  },
  'support.again': { fr: 'Rassembler à nouveau', nl: 'Opnieuw verzamelen', de: 'Neu zusammenstellen', en: 'Collect again' },
  'support.save': { fr: 'Enregistrer en zip…', nl: 'Bewaren als zip…', de: 'Als Zip speichern…', en: 'Save as zip…' },
  'support.saved': { fr: 'Dossier enregistré.', nl: 'Bundel bewaard.', de: 'Paket gespeichert.', en: 'Bundle saved.' },
  'error.support.gone': {
    fr: 'Ce dossier a été rassemblé à nouveau entre-temps. Relisez-le, puis enregistrez-le.',
    nl: 'Deze bundel werd intussen opnieuw verzameld. Lees hem na en bewaar hem dan.',
    de: 'Dieses Paket wurde inzwischen neu zusammengestellt. Lesen Sie es noch einmal und speichern Sie es dann.',
    en: 'This bundle has been collected anew meanwhile. Read it again, then save it.',
  },
  'activity.support.saved': {
    fr: 'Dossier d’assistance enregistré',
    nl: 'Ondersteuningsbundel bewaard',
    de: 'Supportpaket gespeichert',
    en: 'Support bundle saved',
  },
  'cli.help.support': {
    fr: 'écrit le dossier d’assistance, sans aucun client',
    nl: 'schrijft de ondersteuningsbundel, zonder enige klant',
    de: 'schreibt das Supportpaket, ohne jeden Mandanten',
    en: 'writes the support bundle, without any client',
  },
  'support.cli.saved': {
    fr: '{file} : {count} fichiers, {bytes} octets',
    nl: '{file}: {count} bestanden, {bytes} bytes',
    de: '{file}: {count} Dateien, {bytes} Bytes',
    en: '{file}: {count} files, {bytes} bytes',
  },
  'error.support.cli.write': {
    fr: '{file} n’a pas pu être écrit ({reason}).',
    nl: '{file} kon niet worden geschreven ({reason}).',
    de: '{file} konnte nicht geschrieben werden ({reason}).',
    en: '{file} could not be written ({reason}).',
  },
});
