import { inferred, seen, within } from './type.ts';

const PAY_2_MONTHS = within(2, 'months', 'pay', 'CIR 92 art. 413: two months from the sending of the assessment notice');
const ONE_MONTH = (law: string) => within(1, 'months', 'act', law);
const OFFICE = ONE_MONTH('CIR 92 art. 351: one month from the third working day after sending');
const RECTIFICATION = ONE_MONTH('CIR 92 art. 346: one month from the third working day after sending');
const QUESTIONS = ONE_MONTH('CIR 92 art. 316: one month from the third working day after sending');
const VAT_QUESTIONS = ONE_MONTH('VAT Code art. 61: one month, the delay of the request unless it gives another');
const COURT = within(3, 'months', 'object', 'Judicial Code art. 1385undecies: three months from the notification of the decision');

/** Assessment, declaration, control and dispute. */
// biome-ignore format: one type per line
export const TAX_TYPES = [
  seen('assessment', 'Avertissement-extrait de rôle | Aanslagbiljet | Steuerbescheid', 'Tax assessment', PAY_2_MONTHS),
  seen('assessment', "Avis d'imposition d'office (279E1) | Bericht van aanslag van ambtswege (279E1) | Veranlagung von Amts wegen (279E1)", 'Notice of assessment ex officio (279E1)', OFFICE),
  inferred('assessment', 'Avertissement-extrait de rôle - Impôt des personnes physiques | Aanslagbiljet - Personenbelasting | Steuerbescheid - Steuer der natürlichen Personen', 'Tax assessment: personal income tax', PAY_2_MONTHS),
  inferred('assessment', 'Avertissement-extrait de rôle - Impôt des sociétés | Aanslagbiljet - Vennootschapsbelasting | Steuerbescheid - Gesellschaftssteuer', 'Tax assessment: corporate income tax', PAY_2_MONTHS),
  inferred('assessment', 'Avertissement-extrait de rôle - Impôt des personnes morales | Aanslagbiljet - Rechtspersonenbelasting | Steuerbescheid - Steuer der juristischen Personen', 'Tax assessment: legal persons', PAY_2_MONTHS),
  inferred('assessment', 'Avertissement-extrait de rôle - Impôt des non-résidents | Aanslagbiljet - Belasting van niet-inwoners | Steuerbescheid - Steuer der Gebietsfremden', 'Tax assessment: non-residents', PAY_2_MONTHS),
  inferred('assessment', 'Avertissement-extrait de rôle - Précompte immobilier | Aanslagbiljet - Onroerende voorheffing | Steuerbescheid - Immobiliensteuervorabzug', 'Tax assessment: property withholding tax', PAY_2_MONTHS),
  inferred('assessment', 'Avertissement-extrait de rôle - Taxes assimilées | Aanslagbiljet - Met de inkomstenbelastingen gelijkgestelde belastingen | Steuerbescheid - Gleichgestellte Steuern', 'Tax assessment: assimilated taxes', PAY_2_MONTHS),
  inferred('assessment', "Avis de rectification de la déclaration | Bericht van wijziging van de aangifte | Berichtigungsbescheid der Erklärung", 'Notice of rectification', RECTIFICATION),
  inferred('assessment', 'Décision de taxation | Kennisgeving van beslissing tot taxatie | Steuerfestsetzungsbescheid', 'Decision of taxation'),
  inferred('assessment', "Note de calcul de l'impôt | Berekeningsnota van de belasting | Steuerberechnungsblatt", 'Tax computation'),
  inferred('assessment', 'Dégrèvement | Ontheffing | Steuerermäßigung', 'Tax relief'),
  seen('declaration', 'Rappel pour absence de déclaration | Herinnering niet-indiening aangifte | Erinnerung Nichtabgabe der Erklärung', 'Reminder: declaration not filed'),
  seen('declaration', 'Proposition de déclaration simplifiée | Voorstel van vereenvoudigde aangifte | Vorschlag einer vereinfachten Erklärung', 'Proposal of simplified declaration'),
  seen('declaration', 'PDF de la déclaration | PDF van de aangifte | PDF-Datei der Erklärung', 'PDF of the declaration'),
  inferred('declaration', "Invitation à déposer la déclaration | Uitnodiging tot indiening van de aangifte | Aufforderung zur Abgabe der Erklärung", 'Invitation to file a declaration'),
  inferred('declaration', 'Proposition de déclaration simplifiée corrigée | Verbeterd voorstel van vereenvoudigde aangifte | Berichtigter Vorschlag einer vereinfachten Erklärung', 'Corrected proposal of simplified declaration'),
  inferred('declaration', "Prolongation du délai de dépôt - décision | Verlenging van de indieningstermijn - beslissing | Verlängerung der Abgabefrist - Entscheidung", 'Extension of the filing deadline: decision'),
  inferred('declaration', "Déclaration à l'impôt des sociétés - BIZTAX | Aangifte in de vennootschapsbelasting - BIZTAX | Gesellschaftssteuererklärung - BIZTAX", 'Corporate income tax return (BIZTAX)'),
  seen('control', 'Demande de données comptables BE SAF-T | Opvraging data boekhouding BE SAF-T | Ersuchen um Buchhaltungsdaten BE SAF-T', 'Request for accounting data (BE SAF-T)'),
  seen('control', 'Demande de renseignement aux tiers | Vraag om inlichtingen aan derden | Ersuchen um Auskunft an Dritte', 'Request for information from third parties'),
  inferred('control', 'Demande de renseignements | Vraag om inlichtingen | Auskunftsersuchen', 'Request for information', QUESTIONS),
  inferred('control', 'Demande de renseignements - TVA | Vraag om inlichtingen - btw | Auskunftsersuchen - MwSt.', 'Request for information: VAT', VAT_QUESTIONS),
  inferred('control', 'Rappel demande de renseignements | Herinnering vraag om inlichtingen | Erinnerung Auskunftsersuchen', 'Reminder: request for information'),
  inferred('control', 'Avis de contrôle | Controlebericht | Prüfungsankündigung', 'Notice of audit'),
  inferred('control', 'Avis de contrôle - TVA | Controlebericht - btw | Prüfungsankündigung - MwSt.', 'Notice of VAT audit'),
  inferred('control', 'Relevé de régularisation - TVA | Regularisatieopgave - btw | Regularisierungsaufstellung - MwSt.', 'VAT regularisation statement'),
  inferred('control', 'Procès-verbal | Proces-verbaal | Protokoll', 'Official report'),
  inferred('control', 'Clôture du contrôle | Afsluiting van de controle | Abschluss der Prüfung', 'End of an audit'),
  inferred('control', 'Notification préalable - indices de fraude | Voorafgaande kennisgeving - aanwijzingen van fraude | Vorherige Mitteilung - Anzeichen von Betrug', 'Prior notice: signs of fraud'),
  seen('dispute', 'Réclamation - Impôts directs PM | Bezwaarschrift - Directe belastingen RP | Widerspruch - Direkte Steuern JP', 'Objection: direct taxes of legal persons'),
  inferred('dispute', 'Réclamation - Impôts directs PP | Bezwaarschrift - Directe belastingen NP | Widerspruch - Direkte Steuern NP', 'Objection: direct taxes of natural persons'),
  inferred('dispute', 'Réclamation - Accusé de réception | Bezwaarschrift - Ontvangstbevestiging | Widerspruch - Empfangsbestätigung', 'Objection: acknowledgement'),
  inferred('dispute', 'Réclamation - Décision | Bezwaarschrift - Beslissing | Widerspruch - Entscheidung', 'Objection: decision', COURT),
  inferred('dispute', "Dégrèvement d'office - Décision | Ambtshalve ontheffing - Beslissing | Ermäßigung von Amts wegen - Entscheidung", 'Relief ex officio: decision', COURT),
  inferred('dispute', "Réclamation - Demande d'informations complémentaires | Bezwaarschrift - Vraag om bijkomende inlichtingen | Widerspruch - Ersuchen um zusätzliche Auskünfte", 'Objection: further information asked'),
  inferred('dispute', 'Conciliation fiscale - Rapport | Fiscale bemiddeling - Verslag | Steuerschlichtung - Bericht', 'Tax conciliation: report'),
];
