import { defineMessages } from './define.ts';

/** Reading documents by machine, and sorting their labels. */
export const reading = defineMessages({
  'error.reading.value': {
    fr: 'Cette valeur ne convient pas : vérifiez-la. Une date, un montant, un compte et une communication sont contrôlés.',
    nl: 'Deze waarde klopt niet: kijk ze na. Een datum, bedrag, rekening en mededeling worden gecontroleerd.',
    de: 'Dieser Wert passt nicht: Prüfen Sie ihn. Datum, Betrag, Konto und Mitteilung werden kontrolliert.',
    en: 'This value does not fit: check it. A date, an amount, an account and a communication are verified.',
  },
  'error.reading.password': {
    fr: 'Le document est protégé par un mot de passe : la machine ne peut pas le lire.',
    nl: 'Het document is met een wachtwoord beveiligd: de machine kan het niet lezen.',
    de: 'Das Dokument ist mit einem Passwort geschützt: Die Maschine kann es nicht lesen.',
    en: 'The document is protected by a password: the machine cannot read it.',
  },
  'error.reading.damaged': {
    fr: 'Le document n’est pas conforme à son format : la machine ne peut pas le lire. Il est archivé tel que le SPF l’a envoyé.',
    nl: 'Het document volgt zijn formaat niet: de machine kan het niet lezen. Het is bewaard zoals de FOD het verstuurde.',
    de: 'Das Dokument entspricht nicht seinem Format: Die Maschine kann es nicht lesen. Es ist archiviert, wie der FÖD es gesendet hat.',
    en: 'The document does not follow its format: the machine cannot read it. It is stored as SPF sent it.',
  },
  'error.reading.format': {
    fr: 'Ce type de fichier ne contient pas de texte à lire.',
    nl: 'Dit type bestand bevat geen leesbare tekst.',
    de: 'Dieser Dateityp enthält keinen lesbaren Text.',
    en: 'This type of file holds no text to read.',
  },
  'error.reading.tooLong': {
    fr: 'La lecture du document prenait trop de temps et a été arrêtée.',
    nl: 'Het lezen van het document duurde te lang en is gestopt.',
    de: 'Das Lesen des Dokuments dauerte zu lange und wurde beendet.',
    en: 'Reading the document took too long and was stopped.',
  },
  'error.reading.crashed': {
    fr: 'La lecture du document demandait trop de mémoire et a été arrêtée.',
    nl: 'Het lezen van het document vroeg te veel geheugen en is gestopt.',
    de: 'Das Lesen des Dokuments benötigte zu viel Speicher und wurde beendet.',
    en: 'Reading the document took too much memory and was stopped.',
  },
  'error.reading.closed': {
    fr: 'Guichet se ferme : la lecture reprendra au prochain démarrage.',
    nl: 'Guichet sluit: het lezen gaat bij de volgende start verder.',
    de: 'Guichet wird beendet: Das Lesen geht beim nächsten Start weiter.',
    en: 'Guichet is closing: reading goes on at the next start.',
  },
  'activity.reading.corrected': {
    fr: 'Donnée du document corrigée',
    nl: 'Gegeven van het document verbeterd',
    de: 'Angabe des Dokuments berichtigt',
    en: 'Fact of the document corrected',
  },
  'activity.reading.forgotten': {
    fr: 'Correction retirée : la lecture automatique vaut à nouveau',
    nl: 'Verbetering ingetrokken: de automatische lezing geldt weer',
    de: 'Berichtigung zurückgenommen: Die maschinelle Lesung gilt wieder',
    en: 'Correction withdrawn: what the machine read counts again',
  },
  'activity.labels.assigned': {
    fr: 'Catégorie choisie pour « {label} » : {documents, plural, one {# document} other {# documents}}',
    nl: 'Categorie gekozen voor “{label}”: {documents, plural, one {# document} other {# documenten}}',
    de: 'Kategorie für „{label}“ gewählt: {documents, plural, one {# Dokument} other {# Dokumente}}',
    en: 'Category chosen for “{label}”: {documents, plural, one {# document} other {# documents}}',
  },
});
