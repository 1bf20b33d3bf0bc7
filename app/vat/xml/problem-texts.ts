import type { Localized } from '#shared/domain/locale.ts';

/** Stands before every problem. */
export const PLACE: Localized = {
  fr: 'Déclaration {sequence}, ligne {line} :',
  nl: 'Aangifte {sequence}, regel {line}:',
  de: 'Erklärung {sequence}, Zeile {line}:',
  en: 'Declaration {sequence}, line {line}:',
};

interface ProblemText {
  readonly id: string;
  readonly text: Localized;
}
const problem = (id: string, fr: string, nl: string, de: string, en: string): ProblemText => ({ id, text: { fr, nl, de, en } });

/** What can be wrong inside a declaration: what was found and what to do. */
export const PROBLEMS = {
  missing: problem(
    'B_STRUCTURE',
    'l’élément {element} manque dans {parent}. Ajoutez-le.',
    'het element {element} ontbreekt in {parent}. Voeg het toe.',
    'Das Element {element} fehlt in {parent}. Fügen Sie es hinzu.',
    'element {element} is missing in {parent}. Add it.',
  ),
  unexpected: problem(
    'B_STRUCTURE',
    'l’élément {element} n’a pas sa place dans {parent}. Retirez-le.',
    'het element {element} hoort niet in {parent}. Verwijder het.',
    'Das Element {element} gehört nicht in {parent}. Entfernen Sie es.',
    'element {element} does not belong in {parent}. Remove it.',
  ),
  attribute: problem(
    'B_STRUCTURE',
    'l’attribut {attribute} n’a pas sa place dans {element}. Retirez-le.',
    'het attribuut {attribute} hoort niet in {element}. Verwijder het.',
    'Das Attribut {attribute} gehört nicht in {element}. Entfernen Sie es.',
    'attribute {attribute} does not belong in {element}. Remove it.',
  ),
  order: problem(
    'B_STRUCTURE',
    'l’élément {element} doit précéder {after}. Remettez les éléments dans l’ordre du schéma.',
    'het element {element} moet vóór {after} staan. Zet de elementen in de volgorde van het schema.',
    'Das Element {element} muss vor {after} stehen. Bringen Sie die Elemente in die Reihenfolge des Schemas.',
    'element {element} must stand before {after}. Put the elements in the order of the schema.',
  ),
  repeated: problem(
    'B_STRUCTURE',
    'l’élément {element} figure plus d’une fois dans {parent}. Gardez-en un seul.',
    'het element {element} staat meer dan één keer in {parent}. Behoud er één.',
    'Das Element {element} steht mehr als einmal in {parent}. Behalten Sie nur eines.',
    'element {element} stands more than once in {parent}. Keep one.',
  ),
  namespace: problem(
    'B_STRUCTURE',
    'l’élément {element} doit appartenir à l’espace de noms {expected}. Corrigez le préfixe ou la déclaration xmlns.',
    'het element {element} moet in de naamruimte {expected} staan. Verbeter het voorvoegsel of de xmlns-declaratie.',
    'Das Element {element} muss im Namensraum {expected} stehen. Berichtigen Sie das Präfix oder die xmlns-Deklaration.',
    'element {element} must be in namespace {expected}. Correct the prefix or the xmlns declaration.',
  ),
  value: problem(
    'B_STRUCTURE',
    '{element} contient « {found} »; attendu: {expected}. Corrigez la valeur.',
    '{element} bevat ‘{found}’; verwacht: {expected}. Verbeter de waarde.',
    '{element} enthält „{found}“; erwartet: {expected}. Berichtigen Sie den Wert.',
    '{element} holds “{found}”; expected: {expected}. Correct the value.',
  ),
  oneOf: problem(
    'B_STRUCTURE',
    '{parent} doit contenir exactement un des éléments {elements}. Gardez celui qui convient.',
    '{parent} moet precies één van de elementen {elements} bevatten. Behoud het juiste.',
    '{parent} muss genau eines der Elemente {elements} enthalten. Behalten Sie das richtige.',
    '{parent} must hold exactly one of {elements}. Keep the right one.',
  ),
  representative: problem(
    'B_STRUCTURE',
    'le mandataire (Representative) est le déclarant lui-même. Retirez l’élément Representative.',
    'de gevolmachtigde (Representative) is de aangever zelf. Verwijder het element Representative.',
    'Der Bevollmächtigte (Representative) ist der Erklärungspflichtige selbst. Entfernen Sie das Element Representative.',
    'the representative is the declarant itself. Remove the element Representative.',
  ),
  decimals: problem(
    'B_STRUCTURE',
    'grille {grid}: « {found} » n’est pas un montant. Écrivez-le avec un point et exactement deux décimales, par exemple 1234.50.',
    'rooster {grid}: ‘{found}’ is geen bedrag. Schrijf het met een punt en precies twee decimalen, bijvoorbeeld 1234.50.',
    'Raster {grid}: „{found}“ ist kein Betrag. Schreiben Sie ihn mit Punkt und genau zwei Dezimalstellen, zum Beispiel 1234.50.',
    'grid {grid}: “{found}” is not an amount. Write it with a point and exactly two decimals, for example 1234.50.',
  ),
  negative: problem(
    'B_NONNEG',
    'grille {grid}: {found} est négatif. Un montant n’est jamais négatif; les notes de crédit vont en positif en 48, 49, 84 ou 85.',
    'rooster {grid}: {found} is negatief. Een bedrag is nooit negatief; creditnota’s komen positief in 48, 49, 84 of 85.',
    'Raster {grid}: {found} ist negativ. Ein Betrag ist nie negativ; Gutschriften stehen positiv in 48, 49, 84 oder 85.',
    'grid {grid}: {found} is negative. An amount is never negative; credit notes go as positive amounts into 48, 49, 84 or 85.',
  ),
  tooBig: problem(
    'B_NONNEG',
    'grille {grid}: {found} dépasse 99999999999.99. Vérifiez le point décimal.',
    'rooster {grid}: {found} is hoger dan 99999999999.99. Controleer het decimaalteken.',
    'Raster {grid}: {found} übersteigt 99999999999.99. Prüfen Sie das Dezimalzeichen.',
    'grid {grid}: {found} is above 99999999999.99. Check the decimal point.',
  ),
  grid: problem(
    'B_GRID',
    'la grille {grid} n’existe pas dans la déclaration. Retirez-la.',
    'rooster {grid} bestaat niet in de aangifte. Verwijder het.',
    'Das Raster {grid} gibt es in der Erklärung nicht. Entfernen Sie es.',
    'grid {grid} does not exist in the return. Remove it.',
  ),
  grid91: problem(
    'B_GRID',
    'la grille 91 a disparu avec l’acompte de décembre. Retirez-la; le reste de la déclaration ne change pas.',
    'rooster 91 is met het decembervoorschot verdwenen. Verwijder het; de rest van de aangifte verandert niet.',
    'Das Raster 91 ist mit dem Dezembervorschuss entfallen. Entfernen Sie es; der Rest der Erklärung ändert sich nicht.',
    'grid 91 went with the December advance. Remove it; the rest of the return does not change.',
  ),
  gridTwice: problem(
    'B_UNIQUE',
    'la grille {grid} figure deux fois, aussi à la ligne {other}. Gardez un seul montant.',
    'rooster {grid} staat er twee keer, ook op regel {other}. Behoud één bedrag.',
    'Das Raster {grid} steht zweimal, auch in Zeile {other}. Behalten Sie einen Betrag.',
    'grid {grid} stands twice, also in line {other}. Keep one amount.',
  ),
  sequenceTwice: problem(
    'B_UNIQUE',
    'le numéro d’ordre {found} figure deux fois, aussi à la ligne {other}. Numérotez les déclarations de 1 à {count}.',
    'het volgnummer {found} staat er twee keer, ook op regel {other}. Nummer de aangiften van 1 tot {count}.',
    'Die laufende Nummer {found} steht zweimal, auch in Zeile {other}. Nummerieren Sie die Erklärungen von 1 bis {count}.',
    'sequence number {found} stands twice, also in line {other}. Number the declarations 1 to {count}.',
  ),
  count: problem(
    'B_COUNT',
    'VATDeclarationsNbr annonce {stated} déclaration(s), le fichier en contient {counted}. Écrivez {counted}, ou complétez le fichier.',
    'VATDeclarationsNbr vermeldt {stated} aangifte(n), het bestand bevat er {counted}. Schrijf {counted}, of vul het bestand aan.',
    'VATDeclarationsNbr nennt {stated} Erklärung(en), die Datei enthält {counted}. Schreiben Sie {counted} oder ergänzen Sie die Datei.',
    'VATDeclarationsNbr says {stated} declaration(s), the file holds {counted}. Write {counted}, or complete the file.',
  ),
  vatPrefix: problem(
    'B_VATNBR',
    'le numéro de TVA « {found} » contient autre chose que des chiffres. Dans le XML il s’écrit sans BE, sans points ni espaces: {proposal}.',
    'het btw-nummer ‘{found}’ bevat iets anders dan cijfers. In de XML wordt het zonder BE, punten of spaties geschreven: {proposal}.',
    'Die MwSt.-Nummer „{found}“ enthält anderes als Ziffern. Im XML wird sie ohne BE, Punkte oder Leerzeichen geschrieben: {proposal}.',
    'VAT number “{found}” holds more than digits. In the XML it is written without BE, dots or spaces: {proposal}.',
  ),
  vatDigits: problem(
    'B_VATNBR',
    'le numéro de TVA {found} n’est pas valable: dix chiffres commençant par 0 ou 1, dont les deux derniers contrôlent les autres. Vérifiez le numéro.',
    'het btw-nummer {found} is niet geldig: tien cijfers die met 0 of 1 beginnen, waarvan de laatste twee de andere controleren. Controleer het nummer.',
    'Die MwSt.-Nummer {found} ist nicht gültig: zehn Ziffern, die mit 0 oder 1 beginnen und deren letzte zwei die anderen prüfen. Prüfen Sie die Nummer.',
    'VAT number {found} is not valid: ten digits starting with 0 or 1, the last two of which check the others. Check the number.',
  ),
  duplicate: problem(
    'B_DUPLICATE',
    'le fichier contient déjà une déclaration de {number} pour {period} (déclaration {other}). Gardez-en une seule.',
    'het bestand bevat al een aangifte van {number} voor {period} (aangifte {other}). Behoud er één.',
    'Die Datei enthält bereits eine Erklärung von {number} für {period} (Erklärung {other}). Behalten Sie nur eine.',
    'the file already holds a return of {number} for {period} (declaration {other}). Keep one.',
  ),
} as const;

export type ProblemKind = keyof typeof PROBLEMS;
