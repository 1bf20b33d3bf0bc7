import { defineMessages } from './define.ts';

/** Clients: what can go wrong with them and what happened to them. */
export const clients = defineMessages({
  'error.clients.folderCode': {
    fr: '« {code} » ne peut pas servir de nom de dossier. Évitez < > : " / \\ | ? *, les points et espaces au début ou à la fin, et restez sous 40 caractères.',
    nl: '“{code}” kan geen mapnaam zijn. Vermijd < > : " / \\ | ? *, punten en spaties aan het begin of einde, en blijf onder 40 tekens.',
    de: '„{code}“ eignet sich nicht als Ordnername. Vermeiden Sie < > : " / \\ | ? * sowie Punkte und Leerzeichen am Anfang oder Ende, höchstens 40 Zeichen.',
    en: '“{code}” cannot name a folder. Avoid < > : " / \\ | ? *, dots and spaces at the start or end, and stay within 40 characters.',
  },
  'error.clients.folderCodeTaken': {
    fr: 'Le dossier « {code} » est déjà celui d’un autre client.',
    nl: 'De map “{code}” is al die van een andere klant.',
    de: 'Der Ordner „{code}“ gehört bereits einem anderen Mandanten.',
    en: 'The folder “{code}” belongs to another client already.',
  },
  'error.clients.archiveFirm': {
    fr: 'Le cabinet lui-même ne peut pas être archivé : son consentement ouvre les documents des autres.',
    nl: 'Het kantoor zelf kan niet worden gearchiveerd: zijn toestemming opent de documenten van de anderen.',
    de: 'Die Kanzlei selbst kann nicht archiviert werden: Ihre Zustimmung öffnet die Dokumente der anderen.',
    en: 'The firm itself cannot be archived: its consent opens the documents of the others.',
  },
  'error.clients.mergeSame': {
    fr: 'Choisissez deux clients différents à fusionner.',
    nl: 'Kies twee verschillende klanten om samen te voegen.',
    de: 'Wählen Sie zwei verschiedene Mandanten zum Zusammenführen.',
    en: 'Choose two different clients to merge.',
  },
  'error.clients.mergeFirm': {
    fr: 'Le cabinet lui-même ne peut pas être fusionné dans un client. Fusionnez le client dans le cabinet.',
    nl: 'Het kantoor zelf kan niet in een klant worden samengevoegd. Voeg de klant samen in het kantoor.',
    de: 'Die Kanzlei selbst kann nicht in einen Mandanten überführt werden. Führen Sie den Mandanten in die Kanzlei über.',
    en: 'The firm itself cannot be merged into a client. Merge the client into the firm.',
  },
  'error.clients.mergeReturns': {
    fr: 'Ce client a des déclarations TVA à son propre numéro ; elles doivent y rester. Fusionnez plutôt l’autre client dans celui-ci, ou archivez-le.',
    nl: 'Deze klant heeft btw-aangiften op zijn eigen nummer; die moeten daar blijven. Voeg de andere klant in deze samen, of archiveer hem.',
    de: 'Dieser Mandant hat MwSt-Erklärungen unter seiner eigenen Nummer; sie müssen dort bleiben. Führen Sie den anderen Mandanten in diesen über, oder archivieren Sie ihn.',
    en: 'This client has VAT returns under its own number; they must stay there. Merge the other client into this one instead, or archive it.',
  },
  'activity.client.archived': { fr: 'Client archivé', nl: 'Klant gearchiveerd', de: 'Mandant archiviert', en: 'Client archived' },
  'activity.client.unarchived': {
    fr: 'Client repris de l’archive',
    nl: 'Klant uit het archief gehaald',
    de: 'Mandant aus dem Archiv zurückgeholt',
    en: 'Client taken back from the archive',
  },
  'activity.client.merged': {
    fr: 'Client {number} fusionné avec {documents, plural, =0 {aucun document} one {# document} other {# documents}}',
    nl: 'Klant {number} samengevoegd met {documents, plural, =0 {geen documenten} one {# document} other {# documenten}}',
    de: 'Mandant {number} überführt, mit {documents, plural, =0 {keinem Dokument} one {# Dokument} other {# Dokumenten}}',
    en: 'Client {number} merged in, with {documents, plural, =0 {no documents} one {# document} other {# documents}}',
  },
});
