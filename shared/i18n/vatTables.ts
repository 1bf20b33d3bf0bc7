import { defineMessages } from './define.ts';

/** VAT figures in spreadsheets: what can be wrong with a table, a line or an amount. */
export const vatTables = defineMessages({
  'error.vatTable.mapping': {
    fr: 'Aucune grille n’a été reconnue. Indiquez quelles colonnes contiennent les grilles et les montants.',
    nl: 'Er werd geen enkel rooster herkend. Geef aan welke kolommen de roosters en de bedragen bevatten.',
    de: 'Es wurde kein Raster erkannt. Geben Sie an, welche Spalten die Raster und die Beträge enthalten.',
    en: 'No grid was recognised. Say which columns hold the grids and the amounts.',
  },
  'error.vatTable.number': {
    fr: '{place} : «{value}» n’est pas un numéro d’entreprise ; les chiffres de contrôle ne correspondent pas.',
    nl: '{place}: “{value}” is geen ondernemingsnummer; de controlecijfers kloppen niet.',
    de: '{place}: „{value}“ ist keine Unternehmensnummer; die Prüfziffern stimmen nicht.',
    en: '{place}: “{value}” is not an enterprise number; its check digits do not hold.',
  },
  'error.vatTable.numberMissing': {
    fr: '{place} : le tableau ne dit pas de quel client il s’agit. Choisissez le client, ou ajoutez son numéro d’entreprise.',
    nl: '{place}: de tabel zegt niet om welke klant het gaat. Kies de klant, of voeg het ondernemingsnummer toe.',
    de: '{place}: Die Tabelle sagt nicht, um welchen Mandanten es geht. Wählen Sie den Mandanten, oder ergänzen Sie die Unternehmensnummer.',
    en: '{place}: the table does not say which client this is. Choose the client, or add the enterprise number.',
  },
  'error.vatTable.unknownClient': {
    fr: '{place} : aucun client ne porte le numéro {value}. Ajoutez-le aux clients, puis reprenez le tableau.',
    nl: '{place}: geen enkele klant heeft het nummer {value}. Voeg de klant toe en neem de tabel opnieuw over.',
    de: '{place}: Kein Mandant hat die Nummer {value}. Legen Sie ihn an und übernehmen Sie die Tabelle erneut.',
    en: '{place}: no client has the number {value}. Add the client, then take the table over again.',
  },
  'error.vatTable.mergedClient': {
    fr: '{place} : {value} a été fusionné avec un autre client. Remplacez-le par le numéro de celui-ci.',
    nl: '{place}: {value} is samengevoegd met een andere klant. Vervang het door het nummer van die klant.',
    de: '{place}: {value} wurde mit einem anderen Mandanten zusammengeführt. Setzen Sie dessen Nummer ein.',
    en: '{place}: {value} was merged into another client. Put that client’s number there.',
  },
  'error.vatTable.period': {
    fr: '{place} : «{value}» n’est pas une période. Écrivez par exemple 2026-10 ou T3 2026.',
    nl: '{place}: “{value}” is geen periode. Schrijf bijvoorbeeld 2026-10 of K3 2026.',
    de: '{place}: „{value}“ ist kein Zeitraum. Schreiben Sie zum Beispiel 2026-10 oder Q3 2026.',
    en: '{place}: “{value}” is not a period. Write for example 2026-10 or Q3 2026.',
  },
  'error.vatTable.periodMissing': {
    fr: '{place} : le tableau ne dit pas de quelle période il s’agit. Choisissez la période.',
    nl: '{place}: de tabel zegt niet om welke periode het gaat. Kies de periode.',
    de: '{place}: Die Tabelle sagt nicht, um welchen Zeitraum es geht. Wählen Sie den Zeitraum.',
    en: '{place}: the table does not say which period this is. Choose the period.',
  },
  'error.vatTable.amount': {
    fr: '{place} : «{value}» n’est pas un montant.',
    nl: '{place}: “{value}” is geen bedrag.',
    de: '{place}: „{value}“ ist kein Betrag.',
    en: '{place}: “{value}” is not an amount.',
  },
  'error.vatTable.ambiguous': {
    fr: '{place} : «{value}» peut se lire de deux façons, et le reste de la colonne ne tranche pas. Écrivez les centimes, par exemple 1.234,00.',
    nl: '{place}: “{value}” kan op twee manieren worden gelezen, en de rest van de kolom maakt het niet duidelijk. Schrijf de centen erbij, bijvoorbeeld 1.234,00.',
    de: '{place}: „{value}“ lässt sich auf zwei Arten lesen, und die übrige Spalte entscheidet es nicht. Schreiben Sie die Cents dazu, zum Beispiel 1.234,00.',
    en: '{place}: “{value}” can be read in two ways, and the rest of the column does not settle it. Write the cents, for example 1.234,00.',
  },
  'error.vatTable.decimals': {
    fr: '{place} : «{value}» a plus de deux décimales. Arrondissez au centime.',
    nl: '{place}: “{value}” heeft meer dan twee decimalen. Rond af op de cent.',
    de: '{place}: „{value}“ hat mehr als zwei Nachkommastellen. Runden Sie auf den Cent.',
    en: '{place}: “{value}” has more than two decimals. Round it to the cent.',
  },
  'error.vatTable.negative': {
    fr: '{place} : «{value}» est négatif. Un montant de la déclaration ne l’est jamais : les notes de crédit et les corrections ont leurs propres grilles (48, 49, 61 à 64, 84, 85).',
    nl: '{place}: “{value}” is negatief. Een bedrag in de aangifte is dat nooit: creditnota’s en verbeteringen hebben eigen roosters (48, 49, 61 tot 64, 84, 85).',
    de: '{place}: „{value}“ ist negativ. Ein Betrag der Erklärung ist das nie: Gutschriften und Berichtigungen haben eigene Raster (48, 49, 61 bis 64, 84, 85).',
    en: '{place}: “{value}” is negative. No amount of the return ever is: credit notes and corrections have grids of their own (48, 49, 61 to 64, 84, 85).',
  },
  'error.vatTable.formula': {
    fr: '{place} : la formule ne donne pas de valeur ({value}). Ouvrez le classeur dans Excel, corrigez-la, enregistrez et reprenez le fichier.',
    nl: '{place}: de formule geeft geen waarde ({value}). Open de werkmap in Excel, verbeter ze, bewaar en neem het bestand opnieuw.',
    de: '{place}: Die Formel ergibt keinen Wert ({value}). Öffnen Sie die Arbeitsmappe in Excel, berichtigen und speichern Sie sie, und nehmen Sie die Datei erneut.',
    en: '{place}: the formula gives no value ({value}). Open the workbook in Excel, mend it, save it and take the file again.',
  },
  'error.vatTable.rounded': {
    fr: '{place} : {value} a été arrondi à {expected}.',
    nl: '{place}: {value} werd afgerond op {expected}.',
    de: '{place}: {value} wurde auf {expected} gerundet.',
    en: '{place}: {value} was rounded to {expected}.',
  },
  'error.vatTable.unknownGrid': {
    fr: '{place} : la déclaration n’a pas de grille {value}. Corrigez le numéro ou retirez le montant.',
    nl: '{place}: de aangifte heeft geen rooster {value}. Verbeter het nummer of haal het bedrag weg.',
    de: '{place}: Die Erklärung hat kein Raster {value}. Berichtigen Sie die Nummer oder entfernen Sie den Betrag.',
    en: '{place}: the return has no grid {value}. Correct the number or take the amount out.',
  },
  'error.vatTable.former91': {
    fr: '{place} : la grille 91 (acompte de décembre) n’existe plus ; son montant n’est pas repris.',
    nl: '{place}: rooster 91 (decembervoorschot) bestaat niet meer; het bedrag wordt niet overgenomen.',
    de: '{place}: Raster 91 (Dezembervorauszahlung) gibt es nicht mehr; der Betrag wird nicht übernommen.',
    en: '{place}: grid 91 (December advance) no longer exists; its amount is not taken over.',
  },
  'error.vatTable.unread': {
    fr: '{place} : «{value}» ne désigne aucune grille ; cette ligne n’est pas reprise.',
    nl: '{place}: “{value}” noemt geen enkel rooster; deze rij wordt niet overgenomen.',
    de: '{place}: „{value}“ nennt kein Raster; diese Zeile wird nicht übernommen.',
    en: '{place}: “{value}” names no grid; this line is not taken over.',
  },
  'error.vatTable.gridTwice': {
    fr: '{place} : la grille {value} figure déjà en {expected} pour la même déclaration.',
    nl: '{place}: rooster {value} staat voor dezelfde aangifte al in {expected}.',
    de: '{place}: Raster {value} steht für dieselbe Erklärung bereits in {expected}.',
    en: '{place}: grid {value} stands in {expected} already for the same return.',
  },
  'error.vatTable.twice': {
    fr: '{place} : le tableau contient plusieurs fois la déclaration de ce client pour cette période (aussi en {value}).',
    nl: '{place}: de tabel bevat de aangifte van deze klant voor deze periode meer dan eens (ook in {value}).',
    de: '{place}: Die Tabelle enthält die Erklärung dieses Mandanten für diesen Zeitraum mehrmals (auch in {value}).',
    en: '{place}: the table holds this client’s return for this period more than once (also in {value}).',
  },
  'error.vatTable.sum': {
    fr: '{place} : le tableau indique {value}, les grilles donnent {expected}. Un montant manque ou est faux.',
    nl: '{place}: de tabel zegt {value}, de roosters geven {expected}. Een bedrag ontbreekt of is fout.',
    de: '{place}: Die Tabelle sagt {value}, die Raster ergeben {expected}. Ein Betrag fehlt oder ist falsch.',
    en: '{place}: the table says {value}, the grids make {expected}. An amount is missing or wrong.',
  },
  'error.vatTable.noAmounts': {
    fr: '{place} : aucun montant. Pour une déclaration néant, écrivez 0 dans une grille.',
    nl: '{place}: geen bedragen. Schrijf voor een nihilaangifte 0 in een rooster.',
    de: '{place}: keine Beträge. Schreiben Sie für eine Nullerklärung 0 in ein Raster.',
    en: '{place}: no amounts. For a nil return, write 0 in a grid.',
  },
});
