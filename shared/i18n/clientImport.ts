import { defineMessages } from './define.ts';

/** Lists of clients: what can be wrong with a file, a column or a row. */
export const clientImport = defineMessages({
  'error.clientImport.unreadable': {
    fr: 'Ce fichier ne peut pas être lu. Enregistrez la liste en CSV ou en Excel (.xlsx) et réessayez.',
    nl: 'Dit bestand kan niet worden gelezen. Bewaar de lijst als CSV of Excel (.xlsx) en probeer opnieuw.',
    de: 'Diese Datei lässt sich nicht lesen. Speichern Sie die Liste als CSV oder Excel (.xlsx) und versuchen Sie es erneut.',
    en: 'This file cannot be read. Save the list as CSV or Excel (.xlsx) and try again.',
  },
  'error.clientImport.empty': {
    fr: 'Cette liste ne contient aucune ligne.',
    nl: 'Deze lijst bevat geen enkele rij.',
    de: 'Diese Liste enthält keine Zeile.',
    en: 'This list has no rows.',
  },
  'error.clientImport.tooLarge': {
    fr: 'Cette liste est trop grande : 8 Mo et {rows, number} lignes au plus. Divisez-la.',
    nl: 'Deze lijst is te groot: hoogstens 8 MB en {rows, number} rijen. Splits ze op.',
    de: 'Diese Liste ist zu groß: höchstens 8 MB und {rows, number} Zeilen. Teilen Sie sie auf.',
    en: 'This list is too large: at most 8 MB and {rows, number} rows. Divide it.',
  },
  'error.clientImport.type': {
    fr: 'Ce fichier n’est ni un CSV ni un classeur Excel (.xlsx). Exportez la liste dans l’un de ces formats.',
    nl: 'Dit bestand is geen CSV en geen Excel-werkmap (.xlsx). Exporteer de lijst in een van die formaten.',
    de: 'Diese Datei ist weder CSV noch eine Excel-Arbeitsmappe (.xlsx). Exportieren Sie die Liste in einem dieser Formate.',
    en: 'This file is neither CSV nor an Excel workbook (.xlsx). Export the list in one of these formats.',
  },
  'error.clientImport.xls': {
    fr: 'Ce fichier est dans l’ancien format Excel (.xls). Ouvrez-le dans Excel et enregistrez-le en .xlsx ou en CSV.',
    nl: 'Dit bestand heeft het oude Excel-formaat (.xls). Open het in Excel en bewaar het als .xlsx of CSV.',
    de: 'Diese Datei hat das alte Excel-Format (.xls). Öffnen Sie sie in Excel und speichern Sie sie als .xlsx oder CSV.',
    en: 'This file is in the old Excel format (.xls). Open it in Excel and save it as .xlsx or CSV.',
  },
  'error.clientImport.password': {
    fr: 'Ce classeur est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe.',
    nl: 'Deze werkmap is beveiligd met een wachtwoord. Bewaar er een kopie van zonder wachtwoord.',
    de: 'Diese Arbeitsmappe ist durch ein Kennwort geschützt. Speichern Sie eine Kopie ohne Kennwort.',
    en: 'This workbook is protected by a password. Save a copy of it without one.',
  },
  'error.clientImport.gone': {
    fr: 'La liste n’est plus en mémoire. Choisissez le fichier à nouveau.',
    nl: 'De lijst is niet meer in het geheugen. Kies het bestand opnieuw.',
    de: 'Die Liste ist nicht mehr im Speicher. Wählen Sie die Datei erneut.',
    en: 'The list is no longer in memory. Choose the file again.',
  },
  'error.clientImport.mapping': {
    fr: 'Indiquez la colonne qui contient le numéro d’entreprise.',
    nl: 'Geef aan welke kolom het ondernemingsnummer bevat.',
    de: 'Geben Sie an, welche Spalte die Unternehmensnummer enthält.',
    en: 'Say which column holds the enterprise number.',
  },
  'error.clientImport.number': {
    fr: '«{value}» n’est pas un numéro d’entreprise : les chiffres de contrôle ne correspondent pas.',
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
    fr: '{value} figure déjà plus haut dans la liste ; la première ligne compte.',
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
    fr: 'Le nom manque ; un nouveau client doit en avoir un.',
    nl: 'De naam ontbreekt; een nieuwe klant moet er een hebben.',
    de: 'Der Name fehlt; ein neuer Mandant braucht einen.',
    en: 'The name is missing; a new client needs one.',
  },
  'error.clientImport.language': {
    fr: 'La langue «{value}» n’est pas connue ; elle est laissée de côté.',
    nl: 'De taal “{value}” is niet bekend en wordt weggelaten.',
    de: 'Die Sprache „{value}“ ist nicht bekannt und wird ausgelassen.',
    en: 'The language “{value}” is not known and is left out.',
  },
  'error.clientImport.regime': {
    fr: 'Le régime TVA «{value}» n’est ni mensuel ni trimestriel ; il est laissé de côté.',
    nl: 'De btw-regeling “{value}” is maand noch kwartaal en wordt weggelaten.',
    de: 'Die MwSt-Regelung „{value}“ ist weder monatlich noch vierteljährlich und wird ausgelassen.',
    en: 'The VAT regime “{value}” is neither monthly nor quarterly and is left out.',
  },
  'error.clientImport.country': {
    fr: 'Le pays «{value}» n’est pas connu ; il est laissé de côté.',
    nl: 'Het land “{value}” is niet bekend en wordt weggelaten.',
    de: 'Das Land „{value}“ ist nicht bekannt und wird ausgelassen.',
    en: 'The country “{value}” is not known and is left out.',
  },
  'error.clientImport.email': {
    fr: '«{value}» n’est pas une adresse e-mail ; elle est laissée de côté.',
    nl: '“{value}” is geen e-mailadres en wordt weggelaten.',
    de: '„{value}“ ist keine E-Mail-Adresse und wird ausgelassen.',
    en: '“{value}” is not an e-mail address and is left out.',
  },
  'error.clientImport.folderCode': {
    fr: '«{value}» ne peut pas servir de nom de dossier ; il est laissé de côté.',
    nl: '“{value}” kan geen mapnaam zijn en wordt weggelaten.',
    de: '„{value}“ eignet sich nicht als Ordnername und wird ausgelassen.',
    en: '“{value}” cannot name a folder and is left out.',
  },
  'error.clientImport.folderCodeTaken': {
    fr: 'Le dossier «{value}» est déjà celui d’un autre client ; il est laissé de côté.',
    nl: 'De map “{value}” is al die van een andere klant en wordt weggelaten.',
    de: 'Der Ordner „{value}“ gehört bereits einem anderen Mandanten und wird ausgelassen.',
    en: 'The folder “{value}” belongs to another client already and is left out.',
  },
  'activity.clients.imported': {
    fr: 'Liste de clients reprise : {create, plural, one {# nouveau} other {# nouveaux}}, {update, plural, one {# modifié} other {# modifiés}}{error, plural, =0 {} one {, # ligne laissée de côté} other {, # lignes laissées de côté}}',
    nl: 'Klantenlijst overgenomen: {create, plural, one {# nieuwe} other {# nieuwe}}, {update, plural, one {# gewijzigd} other {# gewijzigd}}{error, plural, =0 {} one {, # rij weggelaten} other {, # rijen weggelaten}}',
    de: 'Mandantenliste übernommen: {create, plural, one {# neuer} other {# neue}}, {update, plural, one {# geändert} other {# geändert}}{error, plural, =0 {} one {, # Zeile ausgelassen} other {, # Zeilen ausgelassen}}',
    en: 'Client list taken over: {create, plural, one {# new} other {# new}}, {update, plural, one {# changed} other {# changed}}{error, plural, =0 {} one {, # row left out} other {, # rows left out}}',
  },
});
