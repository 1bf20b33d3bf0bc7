import { inferred, seen } from './type.ts';

/** Receipts of what was filed, and VAT. */
// biome-ignore format: one type per line
export const RECEIPT_AND_VAT_TYPES = [
  seen('receipt', "PDF - Accusé de réception global d'un consignment InterVat | PDF - Globale ontvangstbevestiging van een InterVat-zending | Globale Empfangsbestätigung für eine InterVat-Sendung", 'Intervat receipt (PDF)'),
  seen('receipt', "XML - Accusée de réception global d'un consignment InterVat | XML - Globale ontvangstbevestiging van een InterVat-zending | XML-Globalbestätigung für den Erhalt einer InterVat-Sendung", 'Intervat receipt (XML)'),
  inferred('receipt', 'Accusé de réception BIZTAX | Ontvangstbevestiging BIZTAX | Empfangsbestätigung BIZTAX', 'BIZTAX receipt'),
  inferred('receipt', 'Accusé de réception Tax-on-web | Ontvangstbevestiging Tax-on-web | Empfangsbestätigung Tax-on-web', 'Tax-on-web receipt'),
  inferred('receipt', 'Accusé de réception - Liste annuelle des clients assujettis | Ontvangstbevestiging - Jaarlijkse lijst van de btw-belastingplichtige afnemers | Empfangsbestätigung - Jährliche Kundenliste', 'Client listing receipt'),
  inferred('receipt', 'Accusé de réception - Relevé intracommunautaire | Ontvangstbevestiging - Intracommunautaire opgave | Empfangsbestätigung - Innergemeinschaftliche Aufstellung', 'Intra-Community listing receipt'),
  inferred('receipt', 'Accusé de réception FINPROF | Ontvangstbevestiging FINPROF | Empfangsbestätigung FINPROF', 'FINPROF receipt'),
  inferred('receipt', 'Accusé de réception Belcotax-on-web | Ontvangstbevestiging Belcotax-on-web | Empfangsbestätigung Belcotax-on-web', 'Belcotax receipt'),
  inferred('receipt', 'Accusé de réception RCM | Ontvangstbevestiging RV | Empfangsbestätigung MStV', 'Receipt: withholding tax on movable income'),
  inferred('receipt', 'Accusé de réception OSS | Ontvangstbevestiging OSS | Empfangsbestätigung OSS', 'OSS receipt'),
  inferred('receipt', 'Accusé de réception VAT Refund | Ontvangstbevestiging VAT Refund | Empfangsbestätigung VAT Refund', 'VAT Refund receipt'),
  seen('vat', 'Autorisation ET14000 | Vergunning ET14000 | Genehmigung ET14000', 'Authorisation ET14000'),
  inferred('vat', 'Compte courant TVA - Extrait | Btw-rekening-courant - Uittreksel | MwSt.-Kontokorrent - Auszug', 'VAT current account: statement'),
  inferred('vat', 'Compte-provisions TVA - Relevé | Btw-provisierekening - Overzicht | MwSt.-Provisionskonto - Übersicht', 'VAT provision account: statement'),
  inferred('vat', 'Compte spécial TVA | Bijzondere btw-rekening | Besonderes MwSt.-Konto', 'VAT special account'),
  inferred('vat', 'Remboursement TVA - Décision | Btw-teruggaaf - Beslissing | MwSt.-Erstattung - Entscheidung', 'VAT refund: decision'),
  inferred('vat', 'Remboursement TVA - Retenue | Btw-teruggaaf - Inhouding | MwSt.-Erstattung - Einbehalt', 'VAT refund: withheld'),
  inferred('vat', 'Autorisation de remboursement mensuel TVA | Vergunning maandelijkse btw-teruggaaf | Genehmigung der monatlichen MwSt.-Erstattung', 'Authorisation of monthly VAT refunds'),
  inferred('vat', 'Identification à la TVA - Notification | Btw-identificatie - Kennisgeving | MwSt.-Identifizierung - Mitteilung', 'VAT identification: notice'),
  inferred('vat', "Radiation de l'identification à la TVA | Schrapping van de btw-identificatie | Streichung der MwSt.-Identifizierung", 'VAT identification: struck off'),
  inferred('vat', 'Changement de régime de déclaration TVA | Wijziging van btw-aangifteregime | Änderung der MwSt.-Erklärungsregelung', 'Change of VAT filing regime'),
  inferred('vat', 'Dispense de dépôt - TVA | Vrijstelling van indiening - btw | Befreiung von der Abgabe - MwSt.', 'VAT: exemption from filing'),
  inferred('vat', 'Franchise de la taxe - Décision | Vrijstellingsregeling - Beslissing | Steuerbefreiungsregelung - Entscheidung', 'VAT small business scheme: decision'),
  inferred('vat', 'Proposition de déclaration TVA de substitution | Voorstel van vervangende btw-aangifte | Vorschlag einer Ersatz-MwSt.-Erklärung', 'Substitute VAT return: proposal'),
  inferred('vat', 'Unité TVA - Décision | Btw-eenheid - Beslissing | MwSt.-Einheit - Entscheidung', 'VAT unit: decision'),
];
