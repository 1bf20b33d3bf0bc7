import { cents } from '../../domain/cents.ts';
import { plus, t } from './build.ts';
import type { PostingEvent } from './types.ts';

/** Corrections of the tax, and amounts that people look for a grid for in vain. */
export const ADJUSTMENTS: readonly PostingEvent[] = [
  {
    id: 'badDebt',
    group: 'adjustments',
    title: t(
      'Créance perdue: TVA récupérée',
      'Verloren schuldvordering: btw gerecupereerd',
      'Uneinbringliche Forderung: MwSt. zurück',
      'Bad debt: VAT recovered',
    ),
    keywords: t(
      'perte de créance irrécouvrable faillite client insolvable',
      'oninbare vordering faillissement klant insolvent dubieuze debiteur',
      'Forderungsausfall Insolvenz Konkurs Kunde uneinbringlich',
      'bad debt loss bankruptcy insolvent customer irrecoverable',
    ),
    asks: ['base', 'rate', 'tax'],
    lines: [plus('49', 'base'), plus('62', 'tax')],
    note: t(
      'La base en 49, la TVA en 62 et non en 64: aucune note de crédit n’est délivrée.',
      'De maatstaf in 49, de btw in 62 en niet in 64: er wordt geen creditnota uitgereikt.',
      'Die Bemessungsgrundlage in 49, die MwSt. in 62 und nicht in 64: Es wird keine Gutschrift ausgestellt.',
      'The base in 49, the VAT in 62 and not in 64: no credit note is issued.',
    ),
    example: {
      text: t(
        'Facture impayée de 3.200,00 hors TVA à 21 %, client en faillite.',
        'Onbetaalde factuur van 3.200,00 zonder btw tegen 21 %, klant failliet.',
        'Unbezahlte Rechnung über 3.200,00 ohne MwSt. zu 21 %, Kunde insolvent.',
        'Unpaid invoice of 3.200,00 without VAT at 21 %, customer bankrupt.',
      ),
      input: { base: cents(3200_00), rate: 21 },
      grids: { '49': '3200.00', '62': '672.00' },
    },
  },
  {
    id: 'adjustmentState',
    group: 'adjustments',
    title: t(
      'Régularisation en faveur de l’État',
      'Regularisatie in het voordeel van de Staat',
      'Berichtigung zugunsten des Staates',
      'Adjustment in favour of the State',
    ),
    keywords: t(
      'correction TVA déduite en trop prorata définitif révision investissement erreur oubli période précédente',
      'verbetering te veel afgetrokken btw definitief verhoudingsgetal herziening bedrijfsmiddel fout vergeten vorige periode',
      'Berichtigung zu viel abgezogene MwSt. endgültiger Pro-rata-Satz Investitionsgut Fehler Vorperiode',
      'correction too much deducted definitive pro rata revision capital goods error former period',
    ),
    asks: ['tax'],
    lines: [plus('61', 'tax')],
    example: {
      text: t(
        'Prorata définitif plus bas: 185,40 de TVA déduits en trop.',
        'Definitief verhoudingsgetal lager: 185,40 btw te veel afgetrokken.',
        'Endgültiger Pro-rata-Satz niedriger: 185,40 MwSt. zu viel abgezogen.',
        'Definitive pro rata lower: 185,40 of VAT deducted too much.',
      ),
      input: { tax: cents(185_40) },
      grids: { '61': '185.40' },
    },
  },
  {
    id: 'adjustmentOwn',
    group: 'adjustments',
    title: t(
      'Régularisation en faveur du déclarant',
      'Regularisatie in het voordeel van de aangever',
      'Berichtigung zugunsten des Erklärungspflichtigen',
      'Adjustment in favour of the declarant',
    ),
    keywords: t(
      'correction TVA payée en trop oubli déduction prorata définitif révision erreur période précédente',
      'verbetering te veel betaalde btw vergeten aftrek definitief verhoudingsgetal herziening fout vorige periode',
      'Berichtigung zu viel gezahlte MwSt. vergessener Abzug endgültiger Pro-rata-Satz Fehler Vorperiode',
      'correction too much paid forgotten deduction definitive pro rata revision error former period',
    ),
    asks: ['tax'],
    lines: [plus('62', 'tax')],
    note: t(
      'Jamais le crédit du compte courant ou du compte-provisions TVA.',
      'Nooit het tegoed van de btw-rekening-courant of de provisierekening.',
      'Nie das Guthaben des MwSt.-Kontokorrents oder des Provisionskontos.',
      'Never the credit of the VAT current account or provision account.',
    ),
    example: {
      text: t(
        'TVA de 48,30 payée deux fois en juin.',
        'Btw van 48,30 tweemaal betaald in juni.',
        'MwSt. von 48,30 im Juni zweimal bezahlt.',
        'VAT of 48,30 paid twice in June.',
      ),
      input: { tax: cents(48_30) },
      grids: { '62': '48.30' },
    },
  },
  {
    id: 'accountCredit',
    group: 'adjustments',
    title: t(
      'Crédit du compte-provisions TVA',
      'Tegoed van de provisierekening btw',
      'Guthaben des MwSt.-Provisionskontos',
      'Credit of the VAT provision account',
    ),
    keywords: t(
      'solde créditeur compte courant provision excédent',
      'creditsaldo rekening-courant provisie overschot',
      'Guthaben Kontokorrent Provision Überschuss',
      'credit balance current account provision surplus',
    ),
    asks: [],
    lines: [],
    note: t(
      'Aucune grille: ce crédit reste sur le compte et ne se reprend jamais dans la déclaration.',
      'Geen rooster: dit tegoed blijft op de rekening en komt nooit in de aangifte.',
      'Kein Raster: Dieses Guthaben bleibt auf dem Konto und gehört nie in die Erklärung.',
      'No grid: this credit stays on the account and never goes into the return.',
    ),
    example: {
      text: t(
        'Crédit de 900,00 sur le compte: la déclaration ne change pas.',
        'Tegoed van 900,00 op de rekening: de aangifte verandert niet.',
        'Guthaben von 900,00 auf dem Konto: Die Erklärung bleibt unverändert.',
        'Credit of 900,00 on the account: the return does not change.',
      ),
      input: {},
      grids: {},
    },
  },
  {
    id: 'decemberAdvance',
    group: 'adjustments',
    title: t(
      'Acompte de décembre (grille 91)',
      'Decembervoorschot (rooster 91)',
      'Dezember-Vorauszahlung (Raster 91)',
      'December advance (grid 91)',
    ),
    keywords: t('acompte décembre 91', 'voorschot december 91', 'Vorauszahlung Anzahlung Dezember 91', 'advance december 91 prepayment'),
    asks: [],
    lines: [],
    note: t(
      'Aucune grille: l’acompte est supprimé et Intervat refuse la grille 91.',
      'Geen rooster: het voorschot is afgeschaft en Intervat weigert rooster 91.',
      'Kein Raster: Die Vorauszahlung ist abgeschafft und Intervat lehnt Raster 91 ab.',
      'No grid: the advance was abolished and Intervat refuses grid 91.',
    ),
    example: {
      text: t(
        'Déclaration de décembre: rien en 91.',
        'Aangifte van december: niets in 91.',
        'Erklärung für Dezember: nichts in 91.',
        'Return of December: nothing in 91.',
      ),
      input: {},
      grids: {},
    },
  },
];
