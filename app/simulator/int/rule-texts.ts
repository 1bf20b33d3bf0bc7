import type { Localized } from '#shared/domain/locale.ts';

const text = (fr: string, nl: string, de: string, en: string): Localized => ({ fr, nl, de, en });

const grid = (number: string): Localized =>
  text(
    `Le montant de la grille ${number} n’est pas plausible.`,
    `Het bedrag van rooster ${number} is niet plausibel.`,
    `Der Betrag von Feld ${number} ist nicht plausibel.`,
    `The amount of grid ${number} is not plausible.`,
  );

const TEXTS: Readonly<Record<string, Localized>> = {
  W_TVA_GRID_54O_INCORRECT_VALUE: grid('54'),
  W_TVA_GRID_5657_INCORRECT_VALUE: grid('56/57'),
  W_TVA_GRID_5657_INCORRECT_VALUE_2: grid('56/57'),
  W_TVA_GRID_5657_INCORRECT_VALUE_3: grid('56/57'),
  W_TVA_GRID_55_INCORRECT_VALUE: grid('55'),
  W_TVA_GRID_55_INCORRECT_VALUE_2: grid('55'),
  W_TVA_GRID_55_INCORRECT_VALUE_3: grid('55'),
  W_TVA_GRID_59_INCORRECT_VALUE: grid('59'),
  W_TVA_GRID_64_INCORRECT_VALUE: grid('64'),
  W_TVA_GRID_82_INCORRECT_VALUE: grid('82'),
  E_TVA_DECLARANT_REGIME_NOT_ALLOWED: text(
    'Le déclarant n’est pas soumis à ce régime de dépôt.',
    'De aangever is niet onderworpen aan dit aangifteregime.',
    'Der Erklärende unterliegt nicht dieser Erklärungsregelung.',
    'The declarant is not under this filing regime.',
  ),
  E_SIM_COUNT: text(
    'Le nombre de déclarations ne correspond pas.',
    'Het aantal aangiften klopt niet.',
    'Die Anzahl der Erklärungen stimmt nicht.',
    'The number of declarations does not match.',
  ),
  E_SIM_VATNBR: text(
    'Le numéro de TVA n’est pas valable.',
    'Het btw-nummer is niet geldig.',
    'Die MwSt.-Nummer ist ungültig.',
    'The VAT number is not valid.',
  ),
  E_SIM_REPRESENTATIVE: text(
    'Le mandataire est le déclarant lui-même.',
    'De gevolmachtigde is de aangever zelf.',
    'Der Bevollmächtigte ist der Erklärende selbst.',
    'The representative is the declarant.',
  ),
  E_SIM_PERIOD: text(
    'La période doit être un mois ou un trimestre.',
    'De periode moet een maand of een kwartaal zijn.',
    'Der Zeitraum muss ein Monat oder ein Quartal sein.',
    'The period must be a month or a quarter.',
  ),
  E_SIM_GRID: text('Une grille n’existe pas.', 'Een rooster bestaat niet.', 'Ein Feld existiert nicht.', 'A grid does not exist.'),
  E_SIM_UNIQUE: text(
    'Une grille figure deux fois.',
    'Een rooster komt twee keer voor.',
    'Ein Feld kommt zweimal vor.',
    'A grid occurs twice.',
  ),
  E_SIM_AMOUNT: text(
    'Un montant doit avoir deux décimales et pas de signe.',
    'Een bedrag moet twee decimalen en geen teken hebben.',
    'Ein Betrag muss zwei Dezimalstellen und kein Vorzeichen haben.',
    'An amount must have two decimals and no sign.',
  ),
  E_SIM_BALANCE_PRESENT: text(
    'Une seule des grilles 71 et 72 doit figurer.',
    'Precies één van de roosters 71 en 72 moet voorkomen.',
    'Genau eines der Felder 71 und 72 muss vorkommen.',
    'Exactly one of grids 71 and 72 must be present.',
  ),
  E_SIM_BALANCE_VALUE: text(
    'Le solde ne correspond pas aux montants.',
    'Het saldo klopt niet met de bedragen.',
    'Der Saldo stimmt nicht mit den Beträgen überein.',
    'The balance does not follow from the amounts.',
  ),
  E_SIM_REFUND: text(
    'Une restitution demande au moins 50,00 EUR en grille 72.',
    'Een teruggaaf vraagt minstens 50,00 EUR in rooster 72.',
    'Eine Erstattung verlangt mindestens 50,00 EUR in Feld 72.',
    'A refund asks for at least 50.00 EUR in grid 72.',
  ),
  E_SIM_NIHIL: text(
    'Le listing néant ne va qu’avec la dernière déclaration de l’année.',
    'De nihil-listing hoort enkel bij de laatste aangifte van het jaar.',
    'Die Nullmeldung gehört nur zur letzten Erklärung des Jahres.',
    'A nil listing goes only with the last return of the year.',
  ),
  E_SIM_PRORATA_SEASON: text(
    'Le prorata ne va qu’avec les déclarations du premier trimestre.',
    'Het verhoudingsgetal hoort enkel bij de aangiften van het eerste kwartaal.',
    'Der Pro-rata-Satz gehört nur zu den Erklärungen des ersten Quartals.',
    'The pro rata goes only with the returns of the first quarter.',
  ),
  E_SIM_USE_SUM: text(
    'Les pourcentages d’usage réel doivent totaliser 100.',
    'De percentages van het werkelijke gebruik moeten samen 100 zijn.',
    'Die Prozentsätze der tatsächlichen Nutzung müssen zusammen 100 ergeben.',
    'The real-use percentages must add up to 100.',
  ),
  E_SIM_ATTACHMENT: text(
    'Une annexe annoncée manque dans le ZIP.',
    'Een aangekondigde bijlage ontbreekt in de ZIP.',
    'Eine angekündigte Anlage fehlt in der ZIP-Datei.',
    'An announced annex is missing from the ZIP.',
  ),
  E_SIM_JUSTIFICATION_LENGTH: text(
    'Une justification dépasse 500 caractères.',
    'Een rechtvaardiging is langer dan 500 tekens.',
    'Eine Rechtfertigung ist länger als 500 Zeichen.',
    'A justification exceeds 500 characters.',
  ),
  E_SIM_DUPLICATE: text(
    'Une déclaration existe déjà pour cette période.',
    'Voor deze periode bestaat al een aangifte.',
    'Für diesen Zeitraum liegt schon eine Erklärung vor.',
    'A return of this period already exists.',
  ),
  E_SIM_REPLACED_UNKNOWN: text(
    'La déclaration à remplacer n’existe pas.',
    'De te vervangen aangifte bestaat niet.',
    'Die zu ersetzende Erklärung existiert nicht.',
    'The return to be replaced does not exist.',
  ),
  E_SIM_CORRECTIVE_LATE: text(
    'Une déclaration ne peut plus être remplacée après l’échéance.',
    'Na de vervaldag kan een aangifte niet meer vervangen worden.',
    'Nach Fälligkeit kann eine Erklärung nicht mehr ersetzt werden.',
    'A return cannot be replaced after its deadline.',
  ),
};

const UNKNOWN = text('Règle inconnue.', 'Onbekende regel.', 'Unbekannte Regel.', 'Unknown rule.');

/** The description of a business rule in the four languages. */
export const ruleText = (id: string): Localized => TEXTS[id] ?? UNKNOWN;
