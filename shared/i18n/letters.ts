import { defineMessages } from './define.ts';

/** The accompanying letter, its message and what can be wrong with its template. */
export const letters = defineMessages({
  'letters.payment': { fr: 'Virement', nl: 'Overschrijving', de: 'Überweisung', en: 'Transfer' },
  'letters.beneficiary': { fr: 'Bénéficiaire', nl: 'Begunstigde', de: 'Begünstigter', en: 'Beneficiary' },
  'letters.iban': { fr: 'IBAN', nl: 'IBAN', de: 'IBAN', en: 'IBAN' },
  'letters.bic': { fr: 'BIC', nl: 'BIC', de: 'BIC', en: 'BIC' },
  'letters.amount': { fr: 'Montant', nl: 'Bedrag', de: 'Betrag', en: 'Amount' },
  'letters.communication': { fr: 'Communication', nl: 'Mededeling', de: 'Mitteilung', en: 'Communication' },
  'letters.payBy': { fr: 'Au plus tard le', nl: 'Uiterlijk op', de: 'Spätestens am', en: 'No later than' },
  'letters.replaces': {
    fr: 'Cette déclaration en remplace une autre : si celle-ci est déjà payée, ne versez que la différence.',
    nl: 'Deze aangifte vervangt een andere: is die al betaald, stort dan alleen het verschil.',
    de: 'Diese Erklärung ersetzt eine andere: Ist jene bereits bezahlt, überweisen Sie nur die Differenz.',
    en: 'This return replaces another: if that one is paid already, transfer only the difference.',
  },
  'letters.scan': {
    fr: 'À scanner avec l’app de votre banque',
    nl: 'Scan met de app van uw bank',
    de: 'Mit der App Ihrer Bank scannen',
    en: 'Scan with your bank’s app',
  },
  'letters.qr': {
    fr: 'Code QR du virement : {amount} EUR vers {iban}, communication {communication}',
    nl: 'QR-code van de overschrijving: {amount} EUR naar {iban}, mededeling {communication}',
    de: 'QR-Code der Überweisung: {amount} EUR an {iban}, Mitteilung {communication}',
    en: 'QR code of the transfer: {amount} EUR to {iban}, communication {communication}',
  },
  'letters.title': { fr: 'Lettre TVA', nl: 'Brief btw', de: 'Brief MwSt.', en: 'VAT letter' },
  'letters.case': { fr: 'Cas', nl: 'Geval', de: 'Fall', en: 'Case' },
  'letters.case.71': { fr: 'À payer', nl: 'Te betalen', de: 'Zu zahlen', en: 'To pay' },
  'letters.case.72': { fr: 'Crédit reporté', nl: 'Overgedragen tegoed', de: 'Guthaben', en: 'Credit kept' },
  'letters.case.72R': { fr: 'Remboursement', nl: 'Terugbetaling', de: 'Erstattung', en: 'Refund' },
  'letters.case.0': { fr: 'Néant', nl: 'Nihil', de: 'Nullmeldung', en: 'Nil' },
  'letters.marks': {
    fr: 'Un paragraphe qui commence par une marque n’est écrit que dans ce cas ; sans marque, toujours. Un texte vide ramène la lettre de départ.',
    nl: 'Een alinea die met een merkteken begint, wordt alleen in dat geval geschreven; zonder merkteken altijd. Een lege tekst brengt de beginbrief terug.',
    de: 'Ein Absatz, der mit einer Marke beginnt, wird nur in diesem Fall geschrieben; ohne Marke immer. Ein leerer Text bringt den Anfangsbrief zurück.',
    en: 'A paragraph that begins with a mark is written in that case only; without a mark, always. An empty text brings back the letter you started from.',
  },
  'error.vat.letterField': {
    fr: 'La lettre contient le champ inconnu {field}. Elle n’a pas été enregistrée. Champs possibles : {known}.',
    nl: 'De brief bevat het onbekende veld {field}. Ze werd niet bewaard. Mogelijke velden: {known}.',
    de: 'Der Brief enthält das unbekannte Feld {field}. Er wurde nicht gespeichert. Mögliche Felder: {known}.',
    en: 'The letter contains the unknown field {field}. It was not saved. Possible fields: {known}.',
  },
  'activity.papers.letter': {
    fr: 'Modèle de lettre modifié ({locale})',
    nl: 'Briefsjabloon gewijzigd ({locale})',
    de: 'Briefvorlage geändert ({locale})',
    en: 'Letter template changed ({locale})',
  },
});
