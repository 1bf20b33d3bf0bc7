import { defineMessages } from './define.ts';

/** Lists of clients: what can be wrong with a column or a row. */
export const clientImport = defineMessages({
  'error.clientImport.mapping': {
    fr: 'Indiquez la colonne qui contient le numéro d’entreprise.',
    nl: 'Geef aan welke kolom het ondernemingsnummer bevat.',
    de: 'Geben Sie an, welche Spalte die Unternehmensnummer enthält.',
    en: 'Say which column holds the enterprise number.',
  },
  'error.clientImport.number': {
    fr: '« {value} » n’est pas un numéro d’entreprise : les chiffres de contrôle ne correspondent pas.',
    nl: '“{value}” is geen ondernemingsnummer: de controlecijfers kloppen niet.',
    de: '„{value}“ ist keine Unternehmensnummer: Die Prüfziffern stimmen nicht.',
    en: '“{value}” is not an enterprise number: its check digits do not hold.',
  },
  'error.clientImport.numberMissing': {
    fr: 'Le numéro d’entreprise manque.',
    nl: 'Het ondernemingsnummer ontbreekt.',
    de: 'Die Unternehmensnummer fehlt.',
    en: 'The enterprise number is missing.',
  },
  'error.clientImport.twice': {
    fr: '{value} figure déjà plus haut dans la liste ; la première ligne compte.',
    nl: '{value} staat hoger in de lijst al vermeld; de eerste rij telt.',
    de: '{value} steht weiter oben bereits in der Liste; die erste Zeile zählt.',
    en: '{value} stands further up in the list already; the first row counts.',
  },
  'error.clientImport.merged': {
    fr: '{value} a été fusionné avec un autre client.',
    nl: '{value} is samengevoegd met een andere klant.',
    de: '{value} wurde mit einem anderen Mandanten zusammengeführt.',
    en: '{value} was merged into another client.',
  },
  'error.clientImport.name': {
    fr: 'Le nom manque ; un nouveau client doit en avoir un.',
    nl: 'De naam ontbreekt; een nieuwe klant moet er een hebben.',
    de: 'Der Name fehlt; ein neuer Mandant braucht einen.',
    en: 'The name is missing; a new client needs one.',
  },
  'error.clientImport.language': {
    fr: 'La langue « {value} » n’est pas connue ; elle est laissée de côté.',
    nl: 'De taal “{value}” is niet bekend en wordt weggelaten.',
    de: 'Die Sprache „{value}“ ist nicht bekannt und wird ausgelassen.',
    en: 'The language “{value}” is not known and is left out.',
  },
  'error.clientImport.regime': {
    fr: 'Le régime TVA « {value} » n’est ni mensuel ni trimestriel ; il est laissé de côté.',
    nl: 'De btw-regeling “{value}” is maand noch kwartaal en wordt weggelaten.',
    de: 'Die MwSt-Regelung „{value}“ ist weder monatlich noch vierteljährlich und wird ausgelassen.',
    en: 'The VAT regime “{value}” is neither monthly nor quarterly and is left out.',
  },
  'error.clientImport.country': {
    fr: 'Le pays « {value} » n’est pas connu ; il est laissé de côté.',
    nl: 'Het land “{value}” is niet bekend en wordt weggelaten.',
    de: 'Das Land „{value}“ ist nicht bekannt und wird ausgelassen.',
    en: 'The country “{value}” is not known and is left out.',
  },
  'error.clientImport.email': {
    fr: '« {value} » n’est pas une adresse e-mail ; elle est laissée de côté.',
    nl: '“{value}” is geen e-mailadres en wordt weggelaten.',
    de: '„{value}“ ist keine E-Mail-Adresse und wird ausgelassen.',
    en: '“{value}” is not an e-mail address and is left out.',
  },
  'error.clientImport.folderCode': {
    fr: '« {value} » ne peut pas servir de nom de dossier ; il est laissé de côté.',
    nl: '“{value}” kan geen mapnaam zijn en wordt weggelaten.',
    de: '„{value}“ eignet sich nicht als Ordnername und wird ausgelassen.',
    en: '“{value}” cannot name a folder and is left out.',
  },
  'error.clientImport.folderCodeTaken': {
    fr: 'Le dossier « {value} » est déjà celui d’un autre client ; il est laissé de côté.',
    nl: 'De map “{value}” is al die van een andere klant en wordt weggelaten.',
    de: 'Der Ordner „{value}“ gehört bereits einem anderen Mandanten und wird ausgelassen.',
    en: 'The folder “{value}” belongs to another client already and is left out.',
  },
  'clientImport.cli.help': {
    fr: 'énumère les clients, ou reprend une liste CSV ou Excel (--dry-run : montre seulement)',
    nl: 'somt de klanten op, of neemt een CSV- of Excel-lijst over (--dry-run: toont alleen)',
    de: 'zählt die Mandanten auf oder übernimmt eine CSV- oder Excel-Liste (--dry-run: zeigt nur)',
    en: 'lists the clients, or takes over a CSV or Excel list (--dry-run: only shows)',
  },
  'clientImport.cli.count': {
    fr: '{count, plural, one {# client} other {# clients}}',
    nl: '{count, plural, one {# klant} other {# klanten}}',
    de: '{count, plural, one {# Mandant} other {# Mandanten}}',
    en: '{count, plural, one {# client} other {# clients}}',
  },
  'clientImport.cli.summary': {
    fr: '{create, plural, one {# nouveau} other {# nouveaux}}, {update, plural, one {# modifié} other {# modifiés}}, {same, plural, one {# inchangé} other {# inchangés}}, {error, plural, one {# ligne laissée de côté} other {# lignes laissées de côté}}',
    nl: '{create, plural, one {# nieuwe} other {# nieuwe}}, {update, plural, one {# gewijzigd} other {# gewijzigd}}, {same, plural, one {# ongewijzigd} other {# ongewijzigd}}, {error, plural, one {# rij weggelaten} other {# rijen weggelaten}}',
    de: '{create, plural, one {# neuer} other {# neue}}, {update, plural, one {# geändert} other {# geändert}}, {same, plural, one {# unverändert} other {# unverändert}}, {error, plural, one {# Zeile ausgelassen} other {# Zeilen ausgelassen}}',
    en: '{create, plural, one {# new} other {# new}}, {update, plural, one {# changed} other {# changed}}, {same, plural, one {# unchanged} other {# unchanged}}, {error, plural, one {# row left out} other {# rows left out}}',
  },
  'clientImport.cli.dry': {
    fr: 'Rien n’a été modifié.',
    nl: 'Er is niets gewijzigd.',
    de: 'Es wurde nichts geändert.',
    en: 'Nothing was changed.',
  },
  'error.cli.list': {
    fr: 'La liste {file} ne peut pas être ouverte ({reason}).',
    nl: 'De lijst {file} kan niet worden geopend ({reason}).',
    de: 'Die Liste {file} lässt sich nicht öffnen ({reason}).',
    en: 'The list {file} cannot be opened ({reason}).',
  },
  'error.cli.column': {
    fr: '« {column} » n’est pas une colonne de cette liste. Nommez son titre, sa lettre ou son numéro.',
    nl: '“{column}” is geen kolom van deze lijst. Noem haar titel, letter of nummer.',
    de: '„{column}“ ist keine Spalte dieser Liste. Nennen Sie ihre Überschrift, ihren Buchstaben oder ihre Nummer.',
    en: '“{column}” is no column of this list. Name its heading, letter or number.',
  },
  'activity.clients.imported': {
    fr: 'Liste de clients reprise : {create, plural, one {# nouveau} other {# nouveaux}}, {update, plural, one {# modifié} other {# modifiés}}{error, plural, =0 {} one {, # ligne laissée de côté} other {, # lignes laissées de côté}}',
    nl: 'Klantenlijst overgenomen: {create, plural, one {# nieuwe} other {# nieuwe}}, {update, plural, one {# gewijzigd} other {# gewijzigd}}{error, plural, =0 {} one {, # rij weggelaten} other {, # rijen weggelaten}}',
    de: 'Mandantenliste übernommen: {create, plural, one {# neuer} other {# neue}}, {update, plural, one {# geändert} other {# geändert}}{error, plural, =0 {} one {, # Zeile ausgelassen} other {, # Zeilen ausgelassen}}',
    en: 'Client list taken over: {create, plural, one {# new} other {# new}}, {update, plural, one {# changed} other {# changed}}{error, plural, =0 {} one {, # row left out} other {, # rows left out}}',
  },
});
