import type { Language } from '../seed/parties.ts';

export type LetterKind =
  | 'demand'
  | 'seizure'
  | 'payment'
  | 'fine'
  | 'assessment'
  | 'officeAssessment'
  | 'reminder'
  | 'information'
  | 'costs'
  | 'refund'
  | 'notice'
  | 'declaration'
  | 'certificate';

/**
 * The paragraphs of a letter. Slots: `{amount}` `{due}` (a date) `{days}` `{year}` `{reference}` `{name}` `{number}`.
 * A paragraph of `@pay` is the payment box: amount, IBAN, BIC and structured communication.
 */
export type LetterTexts = Readonly<Record<LetterKind, readonly string[]>>;

const FR: LetterTexts = {
  demand: [
    'Malgré nos courriers précédents, la dette reprise ci-dessous reste impayée. Vous êtes sommé de payer la somme de {amount} dans les 48 heures de la réception de la présente.',
    '@pay',
    'À défaut de paiement dans ce délai, le recouvrement sera poursuivi par toutes voies de droit et à vos frais.',
  ],
  seizure: [
    'Une saisie-arrêt exécution a été pratiquée entre vos mains à charge de {name}. Vous êtes tenu de faire la déclaration de tiers saisi dans les 15 jours.',
    'Le montant de la créance s’élève à {amount}, frais compris.',
    '@pay',
  ],
  payment: [
    'Vous trouverez ci-dessous les données du paiement à effectuer au plus tard le {due}.',
    '@pay',
    'Un paiement tardif entraîne des intérêts de retard.',
  ],
  fine: [
    'Une amende administrative de {amount} vous est infligée pour l’exercice {year}.',
    'Le paiement doit nous parvenir dans un délai de {days} jours. Vous pouvez introduire une réclamation motivée dans le même délai.',
    '@pay',
  ],
  assessment: [
    'Le présent avertissement-extrait de rôle établit votre impôt pour l’exercice d’imposition {year}. Le solde en faveur du Trésor est de {amount}.',
    'À payer au plus tard le {due}.',
    '@pay',
  ],
  officeAssessment: [
    'Faute de déclaration valable pour l’exercice {year}, nous avons l’intention de vous imposer d’office sur une base estimée de {amount}.',
    'Vous disposez d’un délai de {days} jours pour nous faire parvenir vos observations par écrit.',
  ],
  reminder: [
    'Nous n’avons pas reçu votre déclaration relative à {year}. Nous vous invitons à la déposer au plus tard le {due}, soit dans un délai de {days} jours.',
  ],
  information: [
    'Dans le cadre d’un contrôle, veuillez nous transmettre les données demandées en annexe dans un délai de {days} jours à compter de l’envoi de la présente, sous la référence {reference}.',
  ],
  costs: [
    'Les frais de poursuite suivants ont été portés à votre compte. Ils sont repris pour information dans le décompte joint : {amount}.',
  ],
  refund: [
    'Un remboursement de {amount} auquel vous aviez droit a été imputé sur une dette ouverte. Aucune action n’est attendue de votre part.',
  ],
  notice: [
    'Ce courrier vous informe du traitement de votre dossier {reference} relatif à {year}. Aucune action n’est attendue de votre part.',
  ],
  declaration: ['Copie de la déclaration de {name} ({number}) pour {year}, telle qu’elle a été reçue sous la référence {reference}.'],
  certificate: ['Il est certifié que le document portant la référence {reference} a été délivré à {name} ({number}) pour l’année {year}.'],
};

const NL: LetterTexts = {
  demand: [
    'Ondanks onze vorige brieven blijft de onderstaande schuld onbetaald. U wordt aangemaand de som van {amount} te betalen binnen de 48 uur na ontvangst van deze brief.',
    '@pay',
    'Zonder betaling binnen deze termijn wordt de invordering met alle rechtsmiddelen en op uw kosten voortgezet.',
  ],
  seizure: [
    'Er werd in uw handen uitvoerend beslag onder derden gelegd ten laste van {name}. U moet binnen de 15 dagen de verklaring van derde-beslagene afleggen.',
    'De schuldvordering bedraagt {amount}, kosten inbegrepen.',
    '@pay',
  ],
  payment: [
    'Hieronder vindt u de gegevens van de betaling die uiterlijk op {due} moet gebeuren.',
    '@pay',
    'Laattijdige betaling brengt nalatigheidsinteresten mee.',
  ],
  fine: [
    'Voor het jaar {year} wordt u een administratieve boete van {amount} opgelegd.',
    'De betaling moet binnen een termijn van {days} dagen bij ons toekomen. Binnen dezelfde termijn kunt u een gemotiveerd bezwaar indienen.',
    '@pay',
  ],
  assessment: [
    'Dit aanslagbiljet stelt uw belasting voor het aanslagjaar {year} vast. Het saldo ten gunste van de Schatkist bedraagt {amount}.',
    'Te betalen uiterlijk op {due}.',
    '@pay',
  ],
  officeAssessment: [
    'Bij gebrek aan een geldige aangifte voor {year} zijn wij voornemens u van ambtswege te belasten op een geraamde grondslag van {amount}.',
    'U beschikt over een termijn van {days} dagen om ons uw opmerkingen schriftelijk mee te delen.',
  ],
  reminder: [
    'Wij hebben uw aangifte voor {year} niet ontvangen. Gelieve ze in te dienen uiterlijk op {due}, dit is binnen een termijn van {days} dagen.',
  ],
  information: [
    'In het kader van een controle vragen wij u de gegevens in bijlage over te maken binnen een termijn van {days} dagen na verzending van deze brief, onder referentie {reference}.',
  ],
  costs: ['De volgende vervolgingskosten werden op uw rekening geboekt. Zij staan ter informatie in bijgaande afrekening: {amount}.'],
  refund: ['Een teruggave van {amount} waarop u recht had, werd aangewend op een openstaande schuld. U hoeft niets te doen.'],
  notice: ['Met deze brief informeren wij u over de behandeling van uw dossier {reference} voor {year}. U hoeft niets te doen.'],
  declaration: ['Kopie van de aangifte van {name} ({number}) voor {year}, zoals ontvangen onder referentie {reference}.'],
  certificate: [
    'Hierbij wordt bevestigd dat het document met referentie {reference} werd afgeleverd aan {name} ({number}) voor het jaar {year}.',
  ],
};

const DE: LetterTexts = {
  demand: [
    'Trotz unserer früheren Schreiben ist die nachstehende Schuld unbezahlt. Sie werden gemahnt, den Betrag von {amount} binnen 48 Stunden nach Erhalt dieses Schreibens zu zahlen.',
    '@pay',
    'Erfolgt die Zahlung nicht fristgerecht, wird die Beitreibung mit allen Rechtsmitteln und auf Ihre Kosten fortgesetzt.',
  ],
  seizure: [
    'Zu Lasten von {name} wurde bei Ihnen eine Drittvollstreckungspfändung vorgenommen. Sie müssen binnen 15 Tagen die Drittschuldnererklärung abgeben.',
    'Die Forderung beläuft sich auf {amount}, Kosten einbegriffen.',
    '@pay',
  ],
  payment: [
    'Nachstehend finden Sie die Angaben zu der Zahlung, die spätestens am {due} zu leisten ist.',
    '@pay',
    'Verspätete Zahlung führt zu Verzugszinsen.',
  ],
  fine: [
    'Für das Jahr {year} wird Ihnen eine administrative Geldbuße von {amount} auferlegt.',
    'Die Zahlung muss innerhalb einer Frist von {days} Tagen eingehen. Innerhalb derselben Frist können Sie begründeten Widerspruch einlegen.',
    '@pay',
  ],
  assessment: [
    'Dieser Steuerbescheid setzt Ihre Steuer für das Steuerjahr {year} fest. Der Saldo zugunsten der Staatskasse beträgt {amount}.',
    'Zahlbar spätestens am {due}.',
    '@pay',
  ],
  officeAssessment: [
    'Mangels gültiger Erklärung für {year} beabsichtigen wir, Sie von Amts wegen auf einer geschätzten Grundlage von {amount} zu veranlagen.',
    'Sie verfügen über eine Frist von {days} Tagen, um uns Ihre Bemerkungen schriftlich mitzuteilen.',
  ],
  reminder: [
    'Ihre Erklärung für {year} ist nicht bei uns eingegangen. Bitte reichen Sie diese bis spätestens {due} ein, das heißt innerhalb einer Frist von {days} Tagen.',
  ],
  information: [
    'Im Rahmen einer Kontrolle bitten wir Sie, uns die Daten laut Anlage innerhalb einer Frist von {days} Tagen nach Versand dieses Schreibens unter dem Aktenzeichen {reference} zu übermitteln.',
  ],
  costs: [
    'Die folgenden Betreibungskosten wurden auf Ihrem Konto gebucht. Sie sind zur Information in der beigefügten Abrechnung aufgeführt: {amount}.',
  ],
  refund: [
    'Eine Erstattung von {amount}, auf die Sie Anspruch hatten, wurde mit einer offenen Schuld verrechnet. Sie brauchen nichts zu unternehmen.',
  ],
  notice: [
    'Mit diesem Schreiben informieren wir Sie über die Bearbeitung Ihrer Akte {reference} für {year}. Sie brauchen nichts zu unternehmen.',
  ],
  declaration: ['Kopie der Erklärung von {name} ({number}) für {year}, wie unter dem Aktenzeichen {reference} eingegangen.'],
  certificate: [
    'Hiermit wird bescheinigt, dass das Dokument mit dem Aktenzeichen {reference} an {name} ({number}) für das Jahr {year} ausgestellt wurde.',
  ],
};

export const LETTERS: Readonly<Record<Language, LetterTexts>> = { fr: FR, nl: NL, de: DE };

/** Words around the letter. */
export interface Frame {
  readonly office: string;
  readonly subject: string;
  readonly reference: string;
  readonly date: string;
  readonly sir: string;
  readonly amount: string;
  readonly iban: string;
  readonly communication: string;
  readonly closing: string;
  readonly annex: string;
  readonly row: string;
  readonly disclaimer: string;
  readonly page: string;
  readonly months: readonly string[];
}

export const FRAMES: Readonly<Record<Language, Frame>> = {
  fr: {
    office: 'Administration fiscale simulée - Bureau de démonstration',
    subject: 'Objet',
    reference: 'Référence',
    date: 'Date d’envoi',
    sir: 'Madame, Monsieur,',
    amount: 'Montant à payer',
    iban: 'Numéro de compte (IBAN)',
    communication: 'Communication structurée',
    closing: 'Veuillez agréer, Madame, Monsieur, l’expression de notre considération distinguée.',
    annex: 'Annexe - détail',
    row: 'Poste',
    disclaimer: 'Document de démonstration produit par un simulateur. Sans aucune valeur.',
    page: 'Page',
    months: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  },
  nl: {
    office: 'Gesimuleerde belastingdienst - Demonstratiekantoor',
    subject: 'Betreft',
    reference: 'Referentie',
    date: 'Datum van verzending',
    sir: 'Geachte mevrouw, geachte heer,',
    amount: 'Te betalen bedrag',
    iban: 'Rekeningnummer (IBAN)',
    communication: 'Gestructureerde mededeling',
    closing: 'Met de meeste hoogachting.',
    annex: 'Bijlage - detail',
    row: 'Post',
    disclaimer: 'Demonstratiedocument gemaakt door een simulator. Zonder enige waarde.',
    page: 'Bladzijde',
    months: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  },
  de: {
    office: 'Simulierte Steuerverwaltung - Vorführamt',
    subject: 'Betreff',
    reference: 'Aktenzeichen',
    date: 'Versanddatum',
    sir: 'Sehr geehrte Damen und Herren,',
    amount: 'Zu zahlender Betrag',
    iban: 'Kontonummer (IBAN)',
    communication: 'Strukturierte Mitteilung',
    closing: 'Mit vorzüglicher Hochachtung.',
    annex: 'Anlage - Einzelheiten',
    row: 'Posten',
    disclaimer: 'Vorführdokument eines Simulators. Ohne jeden Wert.',
    page: 'Seite',
    months: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  },
};
