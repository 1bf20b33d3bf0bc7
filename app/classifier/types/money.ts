import { inferred, seen, URGENT, within } from './type.ts';

const COMMAND = {
  urgent: true,
  ...within(1, 'days', 'pay', 'Judicial Code art. 1499: seizure one day after the writ of payment'),
} as const;

/** Recovery, sanctions and payment. */
// biome-ignore format: one type per line
export const MONEY_TYPES = [
  seen('recovery', 'Sommation | Aanmaning | Mahnung', 'Formal demand', URGENT),
  seen('recovery', 'Saisie-arrêt exécution | Uitvoerend beslag onder derden | Drittvollstreckungspfändung', 'Third-party attachment', URGENT),
  seen('recovery', 'Liste de frais de poursuites | Lijst van vervolgingskosten | Liste der Betreibungskosten', 'List of enforcement costs'),
  inferred('recovery', 'Contrainte | Dwangbevel | Zwangsbefehl', 'Writ of execution', URGENT),
  inferred('recovery', 'Commandement de payer | Bevel tot betaling | Zahlungsbefehl', 'Writ of payment', COMMAND),
  inferred('recovery', 'Saisie-arrêt conservatoire | Bewarend beslag onder derden | Sicherungsdrittpfändung', 'Protective third-party attachment', URGENT),
  inferred('recovery', 'Saisie mobilière exécution | Uitvoerend beslag op roerend goed | Mobiliarvollstreckungspfändung', 'Seizure of movables', URGENT),
  inferred('recovery', 'Saisie immobilière | Beslag op onroerend goed | Immobiliarpfändung', 'Seizure of immovables', URGENT),
  inferred('recovery', 'Mainlevée de saisie | Opheffing van beslag | Aufhebung der Pfändung', 'Release of a seizure'),
  inferred('recovery', "Avis d'inscription d'hypothèque légale | Bericht van inschrijving van wettelijke hypotheek | Eintragung einer gesetzlichen Hypothek", 'Notice of legal mortgage'),
  inferred('recovery', 'Dernier rappel avant poursuites | Laatste herinnering vóór vervolging | Letzte Erinnerung vor Beitreibung', 'Last reminder before enforcement', URGENT),
  inferred('recovery', 'Notification solidarité - dette fiscale | Kennisgeving hoofdelijkheid - belastingschuld | Mitteilung der Gesamthaftung - Steuerschuld', 'Notice of joint liability'),
  inferred('recovery', 'Interruption de la prescription | Stuiting van de verjaring | Unterbrechung der Verjährung', 'Interruption of the limitation period'),
  inferred('recovery', 'Décompte de la dette | Afrekening van de schuld | Abrechnung der Schuld', 'Statement of the debt'),
  seen('sanction', "Avis d'amende | Boetebericht | Geldbußenbescheid", 'Notice of fine'),
  inferred('sanction', 'Amende administrative TVA | Administratieve btw-boete | Administrative MwSt.-Geldbuße', 'Administrative VAT fine'),
  inferred('sanction', "Amende pour dépôt tardif de la déclaration | Boete wegens laattijdige indiening van de aangifte | Geldbuße wegen verspäteter Abgabe der Erklärung", 'Fine for late filing'),
  inferred('sanction', "Amende pour non-dépôt de la liste des clients | Boete wegens niet-indiening van de klantenlisting | Geldbuße wegen Nichtabgabe der Kundenliste", 'Fine for a missing client listing'),
  inferred('sanction', "Accroissement d'impôt | Belastingverhoging | Steuererhöhung", 'Tax increase'),
  inferred('sanction', "Décision sur demande de remise d'amende | Beslissing op verzoek tot kwijtschelding van boete | Entscheidung über einen Antrag auf Erlass der Geldbuße", 'Decision on the remission of a fine'),
  seen('payment', 'Avis de paiement | Betaalbericht | Zahlungsaufforderung', 'Payment notice'),
  seen('payment', "Avis d'imputation d'un remboursement | Bericht van aanwending van een teruggave | Buchungsbenachrichtigung einer Erstattung", 'Notice of offset of a refund'),
  seen('payment', 'Versements anticipés - Avantages | Voordelen van voorafbetalingen | Vorauszahlungen - Vorteile', 'Advance payments: benefits'),
  inferred('payment', 'Rappel de paiement | Betalingsherinnering | Zahlungserinnerung', 'Payment reminder'),
  inferred('payment', 'Versements anticipés - Extrait de compte | Voorafbetalingen - Rekeninguittreksel | Vorauszahlungen - Kontoauszug', 'Advance payments: statement of account'),
  inferred('payment', 'Versements anticipés - Invitation à payer | Voorafbetalingen - Uitnodiging tot betaling | Vorauszahlungen - Zahlungseinladung', 'Advance payments: invitation to pay'),
  inferred('payment', 'Plan de paiement - accord | Afbetalingsplan - akkoord | Zahlungsplan - Zusage', 'Payment plan: agreed'),
  inferred('payment', 'Plan de paiement - refus | Afbetalingsplan - weigering | Zahlungsplan - Ablehnung', 'Payment plan: refused'),
  inferred('payment', 'Plan de paiement - annulation | Afbetalingsplan - annulering | Zahlungsplan - Aufhebung', 'Payment plan: ended'),
  inferred('payment', 'Avis de remboursement | Bericht van teruggave | Erstattungsbenachrichtigung', 'Notice of refund'),
  inferred('payment', 'Compensation de dettes | Schuldvergelijking | Schuldverrechnung', 'Set-off of debts'),
  inferred('payment', 'Précompte professionnel - avis de paiement | Bedrijfsvoorheffing - betaalbericht | Berufssteuervorabzug - Zahlungsaufforderung', 'Payroll withholding tax: payment notice'),
  inferred('payment', 'Précompte mobilier - avis de paiement | Roerende voorheffing - betaalbericht | Mobiliensteuervorabzug - Zahlungsaufforderung', 'Withholding tax on movable income: payment notice'),
];
