import { cents } from '../../domain/cents.ts';
import { plus, t } from './build.ts';
import type { PostingEvent } from './types.ts';

/** Credit notes the client issued: always positive, the sales stay gross. */
export const CREDITS_ISSUED: readonly PostingEvent[] = [
  {
    id: 'creditNoteIssued',
    group: 'creditNotes',
    title: t(
      'Note de crédit délivrée, vente avec TVA',
      'Uitgereikte creditnota, verkoop met btw',
      'Ausgestellte Gutschrift, Verkauf mit MwSt.',
      'Credit note issued, sale with VAT',
    ),
    keywords: t(
      'note de crédit client ristourne retour remise',
      'creditnota klant korting retour',
      'Gutschrift Kunde Rabatt Rückgabe',
      'credit note customer discount return rebate',
    ),
    asks: ['base', 'rate', 'tax'],
    lines: [plus('49', 'base'), plus('64', 'tax')],
    note: t(
      'Montants positifs; 01, 02, 03 et 54 restent bruts.',
      'Positieve bedragen; 01, 02, 03 en 54 blijven bruto.',
      'Positive Beträge; 01, 02, 03 und 54 bleiben brutto.',
      'Positive amounts; 01, 02, 03 and 54 stay gross.',
    ),
    example: {
      text: t(
        'Note de crédit de 260,10 hors TVA à 21 %.',
        'Creditnota van 260,10 zonder btw tegen 21 %.',
        'Gutschrift über 260,10 ohne MwSt. zu 21 %.',
        'Credit note of 260,10 without VAT at 21 %.',
      ),
      input: { base: cents(260_10), rate: 21 },
      grids: { '49': '260.10', '64': '54.62' },
    },
  },
  {
    id: 'otherCreditIssued',
    group: 'creditNotes',
    title: t(
      'Note de crédit délivrée, cocontractant ou exportation',
      'Uitgereikte creditnota, medecontractant of uitvoer',
      'Ausgestellte Gutschrift, Vertragspartner oder Ausfuhr',
      'Credit note issued, reverse charge or export',
    ),
    keywords: t(
      'note de crédit autoliquidation construction export sans TVA',
      'creditnota verlegging bouw uitvoer zonder btw',
      'Gutschrift Verlegung Bauleistung Ausfuhr ohne MwSt.',
      'credit note reverse charge construction export without VAT',
    ),
    asks: ['base'],
    lines: [plus('49', 'base')],
    example: {
      text: t(
        'Note de crédit de 750,00 sur des travaux avec cocontractant.',
        'Creditnota van 750,00 op werken met medecontractant.',
        'Gutschrift über 750,00 auf Bauleistungen mit Verlegung.',
        'Credit note of 750,00 on reverse-charged works.',
      ),
      input: { base: cents(750_00) },
      grids: { '49': '750.00' },
    },
  },
  {
    id: 'euCreditIssued',
    group: 'creditNotes',
    title: t(
      'Note de crédit délivrée à un client de l’UE',
      'Uitgereikte creditnota aan een klant in de EU',
      'Ausgestellte Gutschrift an einen Kunden in der EU',
      'Credit note issued to an EU customer',
    ),
    keywords: t(
      'note de crédit UE intracommunautaire livraison service 44 46',
      'creditnota EU intracommunautair levering dienst 44 46',
      'Gutschrift EU innergemeinschaftlich Lieferung Dienstleistung 44 46',
      'EU credit note intra-Community supply service 44 46',
    ),
    asks: ['base'],
    lines: [plus('48', 'base')],
    note: t(
      '44 et 46 restent bruts; aussi à reprendre au relevé intracommunautaire.',
      '44 en 46 blijven bruto; ook op te nemen in de intracommunautaire opgave.',
      '44 und 46 bleiben brutto; auch in die innergemeinschaftliche Aufstellung aufzunehmen.',
      '44 and 46 stay gross; it also goes into the intra-Community listing.',
    ),
    example: {
      text: t(
        'Note de crédit de 1.120,30 à un client en Allemagne.',
        'Creditnota van 1.120,30 aan een klant in Duitsland.',
        'Gutschrift über 1.120,30 an einen Kunden in Deutschland.',
        'Credit note of 1.120,30 to a customer in Germany.',
      ),
      input: { base: cents(1120_30) },
      grids: { '48': '1120.30' },
    },
  },
];
