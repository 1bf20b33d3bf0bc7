import { cents } from '../../domain/cents.ts';
import { minus, PURCHASE, plus, t } from './build.ts';
import type { PostingEvent } from './types.ts';

const EU_NOTE = t(
  '55 et 59 restent bruts: 62 reprend la TVA due annulée, 61 la TVA déduite à reverser.',
  '55 en 59 blijven bruto: 62 neemt de vervallen verschuldigde btw op, 61 de terug te storten aftrek.',
  '55 und 59 bleiben brutto: 62 nimmt die entfallene geschuldete MwSt. auf, 61 den zurückzuzahlenden Abzug.',
  '55 and 59 stay gross: 62 takes the VAT no longer due, 61 the deduction to pay back.',
);

/** Credit notes the client received: the purchase base becomes net, the deduction stays gross. */
export const CREDITS_RECEIVED: readonly PostingEvent[] = [
  {
    id: 'creditNoteReceived',
    group: 'creditNotes',
    title: t(
      'Note de crédit reçue, achat en Belgique',
      'Ontvangen creditnota, aankoop in België',
      'Erhaltene Gutschrift, Einkauf in Belgien',
      'Credit note received, purchase in Belgium',
    ),
    keywords: t(
      'note de crédit fournisseur ristourne retour remise',
      'creditnota leverancier korting retour',
      'Gutschrift Lieferant Rabatt Rückgabe',
      'credit note supplier discount return rebate',
    ),
    asks: PURCHASE,
    lines: [minus('kind', 'cost'), plus('85', 'cost'), plus('63', 'deductible')],
    note: t(
      '81, 82 ou 83 diminuent, 59 reste brut: la TVA déduite se reverse en 63.',
      '81, 82 of 83 verminderen, 59 blijft bruto: de afgetrokken btw wordt teruggestort in 63.',
      '81, 82 oder 83 sinken, 59 bleibt brutto: Die abgezogene MwSt. wird in 63 zurückgezahlt.',
      '81, 82 or 83 go down, 59 stays gross: the VAT deducted is paid back in 63.',
    ),
    example: {
      text: t(
        'Note de crédit de 170,55 hors TVA à 21 % sur des marchandises.',
        'Creditnota van 170,55 zonder btw tegen 21 % op goederen.',
        'Gutschrift über 170,55 ohne MwSt. zu 21 % auf Waren.',
        'Credit note of 170,55 without VAT at 21 % on goods.',
      ),
      input: { base: cents(170_55), rate: 21, kind: '81' },
      grids: { '81': '-170.55', '85': '170.55', '63': '35.82' },
    },
  },
  {
    id: 'euGoodsCreditReceived',
    group: 'creditNotes',
    title: t(
      'Note de crédit reçue, biens de l’UE',
      'Ontvangen creditnota, goederen uit de EU',
      'Erhaltene Gutschrift, Waren aus der EU',
      'Credit note received, goods from the EU',
    ),
    keywords: t(
      'note de crédit UE intracommunautaire fournisseur 86',
      'creditnota EU intracommunautair leverancier 86',
      'Gutschrift EU innergemeinschaftlich Lieferant 86',
      'EU credit note intra-Community supplier 86',
    ),
    asks: PURCHASE,
    lines: [minus('kind', 'cost'), minus('86', 'base'), plus('84', 'base'), plus('62', 'tax'), plus('61', 'deductible')],
    note: EU_NOTE,
    example: {
      text: t(
        'Note de crédit de 640,15 d’un fournisseur espagnol, biens à 21 %.',
        'Creditnota van 640,15 van een Spaanse leverancier, goederen tegen 21 %.',
        'Gutschrift über 640,15 eines spanischen Lieferanten, Waren zu 21 %.',
        'Credit note of 640,15 from a Spanish supplier, goods at 21 %.',
      ),
      input: { base: cents(640_15), rate: 21, kind: '81' },
      grids: { '81': '-640.15', '86': '-640.15', '84': '640.15', '62': '134.43', '61': '134.43' },
    },
  },
  {
    id: 'euServiceCreditReceived',
    group: 'creditNotes',
    title: t(
      'Note de crédit reçue, services de l’UE',
      'Ontvangen creditnota, diensten uit de EU',
      'Erhaltene Gutschrift, Dienstleistungen aus der EU',
      'Credit note received, services from the EU',
    ),
    keywords: t(
      'note de crédit UE intracommunautaire service 88',
      'creditnota EU intracommunautair dienst 88',
      'Gutschrift EU innergemeinschaftlich Dienstleistung 88',
      'EU credit note intra-Community service 88',
    ),
    asks: PURCHASE,
    lines: [minus('kind', 'cost'), minus('88', 'base'), plus('84', 'base'), plus('62', 'tax'), plus('61', 'deductible')],
    note: EU_NOTE,
    example: {
      text: t(
        'Note de crédit de 99,99 sur un abonnement facturé d’Irlande.',
        'Creditnota van 99,99 op een abonnement gefactureerd uit Ierland.',
        'Gutschrift über 99,99 auf ein aus Irland berechnetes Abonnement.',
        'Credit note of 99,99 on a subscription invoiced from Ireland.',
      ),
      input: { base: cents(99_99), rate: 21, kind: '82' },
      grids: { '82': '-99.99', '88': '-99.99', '84': '99.99', '62': '21.00', '61': '21.00' },
    },
  },
  {
    id: 'reverseChargeCreditReceived',
    group: 'creditNotes',
    title: t(
      'Note de crédit reçue, cocontractant ou hors UE',
      'Ontvangen creditnota, medecontractant of buiten de EU',
      'Erhaltene Gutschrift, Verlegung oder außerhalb der EU',
      'Credit note received, reverse charge or outside the EU',
    ),
    keywords: t(
      'note de crédit autoliquidation sous-traitant construction pays tiers 87',
      'creditnota verlegging onderaannemer bouw derde land 87',
      'Gutschrift Verlegung Subunternehmer Bau Drittland 87',
      'credit note reverse charge subcontractor construction non-EU third country 87',
    ),
    asks: PURCHASE,
    lines: [minus('kind', 'cost'), minus('87', 'base'), plus('85', 'base'), plus('62', 'tax'), plus('61', 'deductible')],
    note: t(
      'Par analogie avec l’UE, mais en 85: 56 et 59 restent bruts. La note de crédit ne mentionne pas de TVA, 63 reste donc vide.',
      'Naar analogie met de EU, maar in 85: 56 en 59 blijven bruto. De creditnota vermeldt geen btw, dus 63 blijft leeg.',
      'Wie bei der EU, aber in 85: 56 und 59 bleiben brutto. Die Gutschrift weist keine MwSt. aus, 63 bleibt also leer.',
      'As for the EU, but in 85: 56 and 59 stay gross. The credit note shows no VAT, so 63 stays empty.',
    ),
    example: {
      text: t(
        'Note de crédit de 1.500,00 d’un sous-traitant, à 21 %.',
        'Creditnota van 1.500,00 van een onderaannemer, tegen 21 %.',
        'Gutschrift über 1.500,00 eines Subunternehmers, zu 21 %.',
        'Credit note of 1.500,00 from a subcontractor, at 21 %.',
      ),
      input: { base: cents(1500_00), rate: 21, kind: '82' },
      grids: { '82': '-1500.00', '87': '-1500.00', '85': '1500.00', '62': '315.00', '61': '315.00' },
    },
  },
];
