import type { LetterKind } from '../content/letters.ts';

/** What kind of mandate a document asks for when someone else than its owner reads it. */
export type Family = 'general' | 'ubo' | 'vatReceipt';

export interface Labels {
  readonly fr: string;
  readonly nl: string;
  readonly de: string;
}

/** One of the document types of the search, with the labels as SPF writes them (slips of the pen included). */
export interface DocType extends Labels {
  readonly key: string;
  readonly family: Family;
  readonly letter: LetterKind;
  /** Share among the seeded letters; those that ask for action make up about 30 %. */
  readonly weight: number;
}

const type = (key: string, letter: LetterKind, weight: number, labels: string, family: Family = 'general'): DocType => {
  const [fr = '', nl = '', de = ''] = labels.split(' | ');
  return { key, letter, weight, family, fr, nl, de };
};

/** `{year}` is filled in; the key is the simulator's own and never leaves it, as SPF sends no type code. */
export const DOC_TYPES: readonly DocType[] = [
  // These ask for action.
  type('demand', 'demand', 4, 'Sommation | Aanmaning | Mahnung'),
  type('seizure', 'seizure', 1, 'Saisie-arrêt exécution | Uitvoerend beslag onder derden | Drittvollstreckungspfändung'),
  type('paymentNotice', 'payment', 7, 'Avis de paiement | Betaalbericht | Zahlungsaufforderung'),
  type('fine', 'fine', 3, "avis d'amende {year} | Boetebericht {year} | Geldbußenbescheid {year}"),
  type('assessment', 'assessment', 5, 'Avertissement-extrait de rôle {year} | Aanslagbiljet {year} | Steuerbescheid {year}'),
  type(
    'officeAssessment',
    'officeAssessment',
    1,
    "Avis d'imposition d'office (279E1) | Bericht van aanslag van ambtswege (279E1) | Veranlagung von Amts wegen (279E1)",
  ),
  type(
    'reminder',
    'reminder',
    3,
    'Rappel pour absence de déclaration {year} | Herinnering niet-indiening aangifte {year} | Erinnerung Nichtabgabe der Erklärung',
  ),
  type(
    'saft',
    'information',
    1,
    'Demande de données comptables BE SAF-T | Opvraging data boekhouding BE SAF-T | Ersuchen um Buchhaltungsdaten BE SAF-T',
  ),
  type(
    'thirdParty',
    'information',
    2,
    'Demande de renseignement aux tiers | Vraag om inlichtingen aan derden | Ersuchen um Auskunft an Dritte',
  ),
  // These inform.
  type('costs', 'costs', 3, 'Liste de frais de poursuites | Lijst van vervolgingskosten | Liste der Betreibungskosten'),
  type(
    'refund',
    'refund',
    8,
    "Avis d'imputation d'un remboursement | Bericht van aanwending van een teruggave | Buchungsbenachrichtigung einer Erstattung",
  ),
  type('prepayments', 'notice', 8, 'Versements anticipés - Avantages | Voordelen van voorafbetalingen | Vorauszahlungen - Vorteile'),
  type(
    'simplified',
    'notice',
    5,
    'Proposition de déclaration simplifiée {year} | Voorstel van vereenvoudigde aangifte | Vorschlag einer vereinfachten Erklärung',
  ),
  type('declarationPdf', 'declaration', 20, 'PDF de la déclaration - {year} | PDF van de aangifte | PDF-Datei der Erklärung'),
  type(
    'objection',
    'notice',
    3,
    'Réclamation - Impôts directs PM | Bezwaarschrift - Directe belastingen RP | Widerspruch - Direkte Steuern JP',
  ),
  type(
    'residence',
    'certificate',
    4,
    'Attestation de résidence - entreprises - 276CONV | Woonplaatsattest - ondernemingen - 276CONV | Ansässigkeitsbescheinigung - Unternehmen - 276CONV',
  ),
  type('et14000', 'certificate', 2, 'Autorisation ET14000 | Vergunning ET14000 | Genehmigung ET14000'),
  type(
    'lease',
    'certificate',
    6,
    "Relation d'enregistrement du contrat de bail | Registratierelaas van het huurcontract | Registrierungsbericht des Mietvertrags",
  ),
  type('cadastre', 'certificate', 6, 'Extrait Cadastral | Kadastraal uittreksel | Katasterauszug'),
  type('ac4', 'declaration', 2, "AC4 déclaration des droits d'accises | AC4 aangifte van accijnzen | AC4 Verbrauchsteuererklärung"),
  // About 106 types exist; clients must cope with those nobody listed.
  type(
    'unlisted',
    'notice',
    2,
    'Courrier divers {FISC_EXERCISE_YEAR} | Diverse briefwisseling {FISC_EXERCISE_YEAR} | Verschiedener Schriftverkehr {FISC_EXERCISE_YEAR}',
  ),
  type('vignette', 'notice', 1, 'Fiche signalétique véhicule | Identificatiefiche voertuig | Kenndatenblatt Fahrzeug'),
];

export const UBO_TYPES: readonly DocType[] = [
  type('uboFine', 'fine', 1, 'UBO - amende | UBO - boete | UBU - Geldbuße', 'ubo'),
  type(
    'uboNotice',
    'information',
    1,
    'UBO - notification de non-conformité | UBO - kennisgeving van niet-naleving | UBU - Meldung der Nichteinhaltung',
    'ubo',
  ),
];

export const RECEIPT_PDF: Labels = {
  fr: "PDF - Accusé de réception global d'un consignment InterVat",
  nl: 'PDF - Globale ontvangstbevestiging van een InterVat-zending',
  de: 'Globale Empfangsbestätigung für eine InterVat-Sendung',
};
export const RECEIPT_XML: Labels = {
  fr: "XML - Accusée de réception global d'un consignment InterVat",
  nl: 'XML - Globale ontvangstbevestiging van een InterVat-zending',
  de: 'XML-Globalbestätigung für den Erhalt einer InterVat-Sendung',
};

/** Mandate types that open a family to the mandatary; any one of them is enough. */
export const MANDATES_FOR: Readonly<Record<Family, readonly MandateType[]>> = {
  general: ['MYMINFIN', 'BIZTAX'],
  ubo: ['UBO'],
  vatReceipt: ['VAT'],
};

export const MANDATE_TYPES = ['VAT', 'MYMINFIN', 'BIZTAX', 'UBO'] as const;
export type MandateType = (typeof MANDATE_TYPES)[number];
