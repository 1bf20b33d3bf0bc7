import type { DocumentGroup } from '#shared/contract/documents.ts';

/** A document type as SPF labels it. SPF sends no code and no English; `en` is ours. */
export interface DocumentType {
  readonly group: DocumentGroup;
  /** A formal demand or a seizure: 48 hours to act. */
  readonly urgent?: true;
  readonly fr: string;
  readonly nl: string;
  readonly de: string;
  readonly en: string;
}

/** Labels as seen in answers of the search, years and placeholders left out. About 106 types exist; those not here are `other`. */
// biome-ignore format: one type per line
export const DOCUMENT_TYPES: readonly DocumentType[] = [
  { group: 'recovery', urgent: true, fr: 'Sommation', nl: 'Aanmaning', de: 'Mahnung', en: 'Formal demand' },
  { group: 'recovery', urgent: true, fr: 'Saisie-arrêt exécution', nl: 'Uitvoerend beslag onder derden', de: 'Drittvollstreckungspfändung', en: 'Third-party attachment' },
  { group: 'recovery', fr: 'Liste de frais de poursuites', nl: 'Lijst van vervolgingskosten', de: 'Liste der Betreibungskosten', en: 'List of enforcement costs' },
  { group: 'payment', fr: 'Avis de paiement', nl: 'Betaalbericht', de: 'Zahlungsaufforderung', en: 'Payment notice' },
  { group: 'payment', fr: "Avis d'imputation d'un remboursement", nl: 'Bericht van aanwending van een teruggave', de: 'Buchungsbenachrichtigung einer Erstattung', en: 'Notice of offset of a refund' },
  { group: 'payment', fr: 'Versements anticipés - Avantages', nl: 'Voordelen van voorafbetalingen', de: 'Vorauszahlungen - Vorteile', en: 'Advance payments: benefits' },
  { group: 'sanction', fr: "Avis d'amende", nl: 'Boetebericht', de: 'Geldbußenbescheid', en: 'Notice of fine' },
  { group: 'ubo', fr: 'UBO - amende', nl: 'UBO - boete', de: 'UBU - Geldbuße', en: 'UBO: fine' },
  { group: 'ubo', fr: 'UBO - notification de non-conformité', nl: 'UBO - kennisgeving van niet-naleving', de: 'UBU - Meldung der Nichteinhaltung', en: 'UBO: notice of non-compliance' },
  { group: 'assessment', fr: 'Avertissement-extrait de rôle', nl: 'Aanslagbiljet', de: 'Steuerbescheid', en: 'Tax assessment' },
  { group: 'assessment', fr: "Avis d'imposition d'office (279E1)", nl: 'Bericht van aanslag van ambtswege (279E1)', de: 'Veranlagung von Amts wegen (279E1)', en: 'Notice of assessment ex officio (279E1)' },
  { group: 'declaration', fr: 'Rappel pour absence de déclaration', nl: 'Herinnering niet-indiening aangifte', de: 'Erinnerung Nichtabgabe der Erklärung', en: 'Reminder: declaration not filed' },
  { group: 'declaration', fr: 'Proposition de déclaration simplifiée', nl: 'Voorstel van vereenvoudigde aangifte', de: 'Vorschlag einer vereinfachten Erklärung', en: 'Proposal of simplified declaration' },
  { group: 'declaration', fr: 'PDF de la déclaration', nl: 'PDF van de aangifte', de: 'PDF-Datei der Erklärung', en: 'PDF of the declaration' },
  { group: 'receipt', fr: "PDF - Accusé de réception global d'un consignment InterVat", nl: 'PDF - Globale ontvangstbevestiging van een InterVat-zending', de: 'Globale Empfangsbestätigung für eine InterVat-Sendung', en: 'Intervat receipt (PDF)' },
  { group: 'receipt', fr: "XML - Accusée de réception global d'un consignment InterVat", nl: 'XML - Globale ontvangstbevestiging van een InterVat-zending', de: 'XML-Globalbestätigung für den Erhalt einer InterVat-Sendung', en: 'Intervat receipt (XML)' },
  { group: 'control', fr: 'Demande de données comptables BE SAF-T', nl: 'Opvraging data boekhouding BE SAF-T', de: 'Ersuchen um Buchhaltungsdaten BE SAF-T', en: 'Request for accounting data (BE SAF-T)' },
  { group: 'control', fr: 'Demande de renseignement aux tiers', nl: 'Vraag om inlichtingen aan derden', de: 'Ersuchen um Auskunft an Dritte', en: 'Request for information from third parties' },
  { group: 'dispute', fr: 'Réclamation - Impôts directs PM', nl: 'Bezwaarschrift - Directe belastingen RP', de: 'Widerspruch - Direkte Steuern JP', en: 'Objection: direct taxes of legal persons' },
  { group: 'attestation', fr: 'Attestation de résidence - entreprises - 276CONV', nl: 'Woonplaatsattest - ondernemingen - 276CONV', de: 'Ansässigkeitsbescheinigung - Unternehmen - 276CONV', en: 'Certificate of residence: enterprises (276CONV)' },
  { group: 'vat', fr: 'Autorisation ET14000', nl: 'Vergunning ET14000', de: 'Genehmigung ET14000', en: 'Authorisation ET14000' },
  { group: 'realEstate', fr: "Relation d'enregistrement du contrat de bail", nl: 'Registratierelaas van het huurcontract', de: 'Registrierungsbericht des Mietvertrags', en: 'Registration of the lease' },
  { group: 'realEstate', fr: 'Extrait Cadastral', nl: 'Kadastraal uittreksel', de: 'Katasterauszug', en: 'Cadastral extract' },
  { group: 'customs', fr: "AC4 déclaration des droits d'accises", nl: 'AC4 aangifte van accijnzen', de: 'AC4 Verbrauchsteuererklärung', en: 'AC4 excise declaration' },
];
