import { defineMessages } from './define.ts';

/** Files that hold a table, CSV or XLSX: why one cannot be read, and what its columns are. */
export const tables = defineMessages({
  'error.table.unreadable': {
    fr: 'Ce fichier ne peut pas être lu. Enregistrez la liste en CSV ou en Excel (.xlsx) et réessayez.',
    nl: 'Dit bestand kan niet worden gelezen. Bewaar de lijst als CSV of Excel (.xlsx) en probeer opnieuw.',
    de: 'Diese Datei lässt sich nicht lesen. Speichern Sie die Liste als CSV oder Excel (.xlsx) und versuchen Sie es erneut.',
    en: 'This file cannot be read. Save the list as CSV or Excel (.xlsx) and try again.',
  },
  'error.table.empty': {
    fr: 'Cette liste ne contient aucune ligne.',
    nl: 'Deze lijst bevat geen enkele rij.',
    de: 'Diese Liste enthält keine Zeile.',
    en: 'This list has no rows.',
  },
  'error.table.tooLarge': {
    fr: 'Cette liste est trop grande : 8 Mo et {rows, number} lignes au plus. Divisez-la.',
    nl: 'Deze lijst is te groot: hoogstens 8 MB en {rows, number} rijen. Splits ze op.',
    de: 'Diese Liste ist zu groß: höchstens 8 MB und {rows, number} Zeilen. Teilen Sie sie auf.',
    en: 'This list is too large: at most 8 MB and {rows, number} rows. Divide it.',
  },
  'error.table.type': {
    fr: 'Ce fichier n’est ni un CSV ni un classeur Excel (.xlsx). Exportez la liste dans l’un de ces formats.',
    nl: 'Dit bestand is geen CSV en geen Excel-werkmap (.xlsx). Exporteer de lijst in een van die formaten.',
    de: 'Diese Datei ist weder CSV noch eine Excel-Arbeitsmappe (.xlsx). Exportieren Sie die Liste in einem dieser Formate.',
    en: 'This file is neither CSV nor an Excel workbook (.xlsx). Export the list in one of these formats.',
  },
  'error.table.xls': {
    fr: 'Ce fichier est dans l’ancien format Excel (.xls). Ouvrez-le dans Excel et enregistrez-le en .xlsx ou en CSV.',
    nl: 'Dit bestand heeft het oude Excel-formaat (.xls). Open het in Excel en bewaar het als .xlsx of CSV.',
    de: 'Diese Datei hat das alte Excel-Format (.xls). Öffnen Sie sie in Excel und speichern Sie sie als .xlsx oder CSV.',
    en: 'This file is in the old Excel format (.xls). Open it in Excel and save it as .xlsx or CSV.',
  },
  'error.table.password': {
    fr: 'Ce classeur est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe.',
    nl: 'Deze werkmap is beveiligd met een wachtwoord. Bewaar er een kopie van zonder wachtwoord.',
    de: 'Diese Arbeitsmappe ist durch ein Kennwort geschützt. Speichern Sie eine Kopie ohne Kennwort.',
    en: 'This workbook is protected by a password. Save a copy of it without one.',
  },
  'error.table.gone': {
    fr: 'La liste n’est plus en mémoire. Choisissez le fichier à nouveau.',
    nl: 'De lijst is niet meer in het geheugen. Kies het bestand opnieuw.',
    de: 'Die Liste ist nicht mehr im Speicher. Wählen Sie die Datei erneut.',
    en: 'The list is no longer in memory. Choose the file again.',
  },
  'tables.column': { fr: 'Colonne', nl: 'Kolom', de: 'Spalte', en: 'Column' },
  'tables.noHeading': { fr: 'Colonne {number}', nl: 'Kolom {number}', de: 'Spalte {number}', en: 'Column {number}' },
  'tables.samples': { fr: 'Exemples', nl: 'Voorbeelden', de: 'Beispiele', en: 'Samples' },
  'tables.holds': { fr: 'Contient', nl: 'Bevat', de: 'Enthält', en: 'Holds' },
  'tables.holdsOf': {
    fr: 'Contenu de la colonne {column}',
    nl: 'Inhoud van kolom {column}',
    de: 'Inhalt der Spalte {column}',
    en: 'Content of column {column}',
  },
  'tables.unused': { fr: '– ne pas importer –', nl: '– niet importeren –', de: '– nicht importieren –', en: '– do not import –' },
  'tables.becomes': { fr: 'Ce qui est fait', nl: 'Wat gebeurt', de: 'Was geschieht', en: 'What is done' },
  'tables.another': { fr: 'Autre fichier', nl: 'Ander bestand', de: 'Andere Datei', en: 'Another file' },
});
