import { plain } from '#app/tables/plain.ts';
import type { ClientField } from '#shared/contract/client-import.ts';

/**
 * What lists of clients call their columns, in the four languages and in the usual exports of accounting offices; the likelier first, since
 * of two columns that both fit the one named earlier is taken.
 */
export const HEADINGS: Readonly<Record<ClientField, readonly string[]>> = {
  enterpriseNumber: [
    ...['ondernemingsnummer', 'ondernemingsnr', 'kbo nummer', 'kbo nr', 'kbo', 'kbo bce', 'bce kbo', 'kbo number', 'nummer onderneming'],
    ...['numero d entreprise', 'n d entreprise', 'no d entreprise', 'nr d entreprise', 'num entreprise', 'no entreprise', 'n entreprise'],
    ...['numero entreprise', 'numero bce', 'n bce', 'no bce', 'bce', 'bce nummer'],
    ...['enterprise number', 'company number', 'company no', 'cbe number', 'cbe', 'registration number'],
    ...['unternehmensnummer', 'unternehmensnr', 'zdu nummer', 'zdu'],
    ...['btw nummer', 'btw nr', 'btwnummer', 'btwnr', 'btw', 'btw identificatienummer'],
    ...['numero de tva', 'numero tva', 'n tva', 'no tva', 'nr tva', 'num tva', 'n de tva', 'no de tva', 'tva'],
    ...['vat number', 'vat no', 'vat nr', 'vatnumber', 'vat', 'vat id'],
    ...['mwst nummer', 'mwst nr', 'ust idnr', 'ust id', 'fiscaal nummer', 'numero fiscal'],
  ],
  name: [
    ...['naam', 'benaming', 'maatschappelijke benaming', 'firmanaam', 'bedrijfsnaam', 'klantnaam', 'naam klant', 'naam client'],
    ...['naam dossier', 'dossiernaam', 'naam onderneming', 'naam 1', 'naam1', 'klant', 'client', 'bedrijf', 'onderneming'],
    ...['denomination', 'denomination sociale', 'raison sociale', 'nom', 'nom du client', 'nom client', 'nom dossier', 'nom du dossier'],
    ...['nom de l entreprise', 'nom entreprise', 'nom 1', 'nom1', 'societe', 'entreprise', 'nom ou denomination', 'nom denomination'],
    ...['name', 'company name', 'company', 'client name', 'customer name', 'legal name', 'customer', 'name 1', 'name1'],
    ...['bezeichnung', 'firma', 'firmenname', 'firmenbezeichnung', 'mandant', 'mandantenname', 'kunde', 'unternehmen'],
  ],
  folderCode: [
    ...[
      'dossiernummer',
      'dossiernr',
      'dossiercode',
      'dossier nummer',
      'dossier nr',
      'dossier',
      'klantcode',
      'klantnummer',
      'klantnr',
      'klant nr',
    ],
    ...[
      'code client',
      'numero client',
      'n client',
      'no client',
      'code dossier',
      'numero de dossier',
      'numero dossier',
      'n dossier',
      'no dossier',
    ],
    ...[
      'client code',
      'customer code',
      'client number',
      'client no',
      'file number',
      'reference',
      'referentie',
      'code',
      'ref',
      'number',
      'nummer',
      'numero',
    ],
    ...['mandantennummer', 'mandantennr', 'kundennummer', 'kundennr', 'aktenzeichen', 'interne code', 'code interne', 'sigle', 'afkorting'],
  ],
  street: [
    ...[
      'straat nr',
      'straat en nr',
      'straat en nummer',
      'straat en huisnummer',
      'straat',
      'straat nummer',
      'adres',
      'adres 1',
      'adres1',
      'adreslijn 1',
    ],
    ...['rue et numero', 'rue n', 'rue no', 'rue numero', 'rue', 'adresse', 'adresse 1', 'adresse1', 'adresse ligne 1', 'rue et n'],
    ...['street', 'street and number', 'address', 'address 1', 'address1', 'address line 1', 'street address'],
    ...['strasse', 'straße', 'stra e', 'strasse und nr', 'strasse nr', 'strasse und hausnummer', 'anschrift'],
  ],
  postCode: [
    ...['postcode', 'post code', 'postnummer', 'postnr', 'pc', 'zip', 'zip code', 'zipcode', 'postal code'],
    ...['code postal', 'cp', 'c p', 'postleitzahl', 'plz'],
  ],
  city: [
    ...[
      'gemeente',
      'woonplaats',
      'plaats',
      'stad',
      'localite',
      'ville',
      'commune',
      'city',
      'town',
      'municipality',
      'ort',
      'stadt',
      'gemeinde',
      'wohnort',
    ],
    ...[
      'postcode en gemeente',
      'postcode gemeente',
      'code postal et localite',
      'cp localite',
      'cp ville',
      'plz ort',
      'code postal localite',
    ],
  ],
  countryCode: ['land', 'landcode', 'land code', 'pays', 'code pays', 'country', 'country code', 'landeskode', 'iso pays', 'iso land'],
  email: [
    ...[
      'e mail',
      'email',
      'mail',
      'e mailadres',
      'emailadres',
      'mailadres',
      'e mail adres',
      'adresse e mail',
      'adresse email',
      'adresse mail',
    ],
    ...['courriel', 'email address', 'e mail address', 'e mail adresse', 'email 1', 'e mail 1'],
  ],
  phone: [
    ...[
      'telefoon',
      'telefoonnummer',
      'telefoonnr',
      'tel',
      'tel nr',
      'gsm',
      'telephone',
      'numero de telephone',
      'n de telephone',
      'n tel',
      'no tel',
    ],
    ...[
      'phone',
      'phone number',
      'mobile',
      'telefon',
      'telefonnummer',
      'tel 1',
      'telnumber',
      'telefoon 1',
      'telephone 1',
      'portable',
      'mobiel',
    ],
  ],
  language: ['taal', 'taalcode', 'taal code', 'langue', 'code langue', 'language', 'language code', 'sprache', 'sprachkode', 'lang'],
  regime: [
    ...[
      'regime btw',
      'btw regime',
      'btw regeling',
      'btw stelsel',
      'btw periode',
      'btw periodiciteit',
      'aangifteperiode',
      'aangifte periodiciteit',
    ],
    ...['periodiciteit', 'periodiciteit btw', 'btw aangifte', 'aangifteregime', 'type btw aangifte', 'btw plicht'],
    ...['regime tva', 'periodicite', 'periodicite tva', 'declaration tva', 'regime de tva', 'type de declaration', 'assujettissement'],
    ...[
      'vat regime',
      'vat period',
      'vat periodicity',
      'periodicity',
      'vat return',
      'filing frequency',
      'frequency',
      'frequentie',
      'frequence',
    ],
    ...['mwst regelung', 'mwst periode', 'periodizitat', 'erklarungszeitraum', 'regime'],
  ],
};

/** Words that make a column somebody else's: the file manager's name, the bank's, a contact person's. */
const OTHERS =
  /\b(?:gestionnaire|beheerder|dossierbeheerder|manager|contact|contactpersoon|contactperson|verantwoordelijke|responsable|medewerker|collaborateur|boekhouder|comptable|accountant|bank|banque|iban|nace|ansprechpartner|sachbearbeiter|leverancier|fournisseur|supplier)\b/;

const BY_HEADING = new Map(
  Object.entries(HEADINGS).flatMap(([field, words]) =>
    words.map((word, rank) => [plain(word), { field: field as ClientField, rank }] as const),
  ),
);
/** Phrases long enough to mean the same inside a longer heading (`Ondernemingsnummer (KBO)`). */
const PHRASES = [...BY_HEADING].filter(([phrase]) => phrase.length >= 9).sort(([a], [b]) => b.length - a.length);

/** The field that a heading names; a smaller rank is a surer name. `null`: none that is known. */
export function fieldOf(heading: string): { readonly field: ClientField; readonly rank: number } | null {
  const text = plain(heading);
  if (text === '') return null;
  const exact = BY_HEADING.get(text);
  if (exact) return exact;
  if (OTHERS.test(text)) return null;
  const inside = PHRASES.find(([phrase]) => ` ${text} `.includes(` ${phrase} `));
  return inside ? { field: inside[1].field, rank: inside[1].rank + 1_000 } : null;
}
