import { inferred, seen } from './type.ts';

/** Attestations, customs and excise, real estate and registration, UBO, and what is none of all these. */
// biome-ignore format: one type per line
export const OTHER_TYPES = [
  seen('attestation', 'Attestation de résidence - entreprises - 276CONV | Woonplaatsattest - ondernemingen - 276CONV | Ansässigkeitsbescheinigung - Unternehmen - 276CONV', 'Certificate of residence: enterprises (276CONV)'),
  inferred('attestation', 'Attestation de résidence fiscale | Attest van fiscale woonplaats | Bescheinigung über den steuerlichen Wohnsitz', 'Certificate of tax residence'),
  inferred('attestation', 'Attestation 276 | Attest 276 | Bescheinigung 276', 'Certificate 276'),
  inferred('attestation', 'Attestation de dettes fiscales | Attest van fiscale schulden | Bescheinigung über Steuerschulden', 'Certificate of tax debts'),
  inferred('attestation', "Attestation - obligation de retenue | Attest - inhoudingsplicht | Bescheinigung - Einbehaltungspflicht", 'Certificate: duty to withhold'),
  inferred('attestation', "Attestation d'assujettissement à la TVA | Attest van btw-plicht | Bescheinigung der MwSt.-Pflicht", 'Certificate of VAT liability'),
  inferred('attestation', 'Attestation marchés publics | Attest overheidsopdrachten | Bescheinigung öffentliche Aufträge', 'Certificate for public procurement'),
  inferred('attestation', 'Fiche de revenus | Inkomstenfiche | Einkünftekarte', 'Income slip'),
  seen('customs', "AC4 déclaration des droits d'accises | AC4 aangifte van accijnzen | AC4 Verbrauchsteuererklärung", 'AC4 excise declaration'),
  inferred('customs', 'Extrait de compte douanes et accises | Rekeninguittreksel douane en accijnzen | Kontoauszug Zoll und Akzisen', 'Customs and excise: statement of account'),
  inferred('customs', 'Autorisation douanière | Douanevergunning | Zollbewilligung', 'Customs authorisation'),
  inferred('customs', "Autorisation d'accises | Accijnsvergunning | Verbrauchsteuergenehmigung", 'Excise authorisation'),
  seen('realEstate', "Relation d'enregistrement du contrat de bail | Registratierelaas van het huurcontract | Registrierungsbericht des Mietvertrags", 'Registration of the lease'),
  seen('realEstate', 'Extrait Cadastral | Kadastraal uittreksel | Katasterauszug', 'Cadastral extract'),
  inferred('realEstate', 'Notification du revenu cadastral | Betekening van het kadastraal inkomen | Zustellung des Katastereinkommens', 'Notice of cadastral income'),
  inferred('realEstate', "Droits d'enregistrement - avis de paiement | Registratierechten - betaalbericht | Registrierungsgebühren - Zahlungsaufforderung", 'Registration duties: payment notice'),
  inferred('realEstate', 'Déclaration de succession - avis de paiement | Aangifte van nalatenschap - betaalbericht | Erbfallerklärung - Zahlungsaufforderung', 'Inheritance: payment notice'),
  inferred('realEstate', "Demande d'estimation préalable | Verzoek om voorafgaande schatting | Antrag auf Vorabschätzung", 'Request for a prior valuation'),
  seen('ubo', 'UBO - amende | UBO - boete | UBU - Geldbuße', 'UBO: fine'),
  seen('ubo', 'UBO - notification de non-conformité | UBO - kennisgeving van niet-naleving | UBU - Meldung der Nichteinhaltung', 'UBO: notice of non-compliance'),
  inferred('ubo', 'UBO - rappel de confirmation annuelle | UBO - herinnering jaarlijkse bevestiging | UBU - Erinnerung jährliche Bestätigung', 'UBO: yearly confirmation due'),
  inferred('ubo', 'UBO - extrait du registre | UBO - registeruittreksel | UBU - Registerauszug', 'UBO: extract of the register'),
  inferred('ubo', 'UBO - signalement de différence | UBO - melding van verschil | UBU - Meldung einer Abweichung', 'UBO: report of a difference'),
  inferred('other', 'Mandat - confirmation | Mandaat - bevestiging | Vollmacht - Bestätigung', 'Mandate: confirmation'),
  inferred('other', 'Mandat - fin | Mandaat - beëindiging | Vollmacht - Beendigung', 'Mandate: end'),
  inferred('other', "Lettre d'information | Informatiebrief | Informationsschreiben", 'Letter of information'),
];
