import type { Localized } from '#shared/domain/locale.ts';
import type { Deduction, Grid } from '#shared/vat/types.ts';

/** A return worked out by hand: what happened in the period and the grids it leads to. 71/72 are computed. */
export interface WorkedReturn {
  readonly id: string;
  readonly title: Localized;
  /** Amounts with a point and two decimals. */
  readonly grids: Readonly<Partial<Record<Grid, string>>>;
  readonly restitution?: boolean;
  /** General pro rata of the year before; only for returns of January to March or the first quarter. */
  readonly proRata?: Pick<Deduction, 'generalPercentage'>;
}

export const workedReturns: readonly WorkedReturn[] = [
  {
    id: 'nil',
    title: { fr: 'Déclaration néant', nl: 'Nihilaangifte', de: 'Nullmeldung', en: 'Nil return' },
    grids: {},
  },
  {
    // Sales 2 400 at 6 %, 950 at 12 %, 18 600 at 21 %; purchases 6 200 of goods, 2 350 of services, one machine of 1 450, all at 21 %.
    id: 'domestic',
    title: {
      fr: 'Ventes et achats en Belgique',
      nl: 'Verkopen en aankopen in België',
      de: 'Verkäufe und Einkäufe in Belgien',
      en: 'Domestic sales and purchases',
    },
    grids: {
      '01': '2400.00',
      '02': '950.00',
      '03': '18600.00',
      '54': '4164.00',
      '81': '6200.00',
      '82': '2350.00',
      '83': '1450.00',
      '59': '2100.00',
    },
  },
  {
    // Goods of 9 800 and a service of 1 250 from other member states, each at 21 %; 14 300 of goods sold to one.
    id: 'intraCommunity',
    title: {
      fr: 'Opérations intracommunautaires',
      nl: 'Intracommunautaire handelingen',
      de: 'Innergemeinschaftliche Umsätze',
      en: 'Intra-Community operations',
    },
    grids: {
      '03': '22000.00',
      '54': '4620.00',
      '46': '14300.00',
      '81': '9800.00',
      '82': '3750.00',
      '86': '9800.00',
      '88': '1250.00',
      '55': '2320.50',
      '59': '2845.50',
    },
  },
  {
    // A contractor: 42 000 sold under reverse charge, 7 500 to a private client at 6 %; a subcontractor of 16 400 under reverse charge.
    id: 'construction',
    title: {
      fr: 'Travaux immobiliers avec cocontractant',
      nl: 'Werk in onroerende staat met medecontractant',
      de: 'Bauleistungen mit Verlegung der Steuerschuld',
      en: 'Construction under the reverse charge',
    },
    grids: {
      '01': '7500.00',
      '45': '42000.00',
      '54': '450.00',
      '81': '5300.00',
      '82': '16400.00',
      '87': '16400.00',
      '56': '3444.00',
      '59': '4557.00',
    },
  },
  {
    // Goods of 12 700 imported under a licence ET 14000 and a service of 800 from outside the Union.
    id: 'import',
    title: {
      fr: 'Importation avec report de perception',
      nl: 'Invoer met verlegging van heffing',
      de: 'Einfuhr mit Verlegung der Erhebung',
      en: 'Import with deferred payment',
    },
    grids: {
      '03': '26500.00',
      '54': '5565.00',
      '81': '12700.00',
      '82': '800.00',
      '87': '13500.00',
      '57': '2667.00',
      '56': '168.00',
      '59': '2835.00',
    },
  },
  {
    // Sales of 31 000 of which 2 600 credited; goods of 11 900 of which 1 700 credited: 81 is net, 59 stays gross.
    id: 'creditNotes',
    title: {
      fr: 'Notes de crédit délivrées et reçues',
      nl: 'Uitgereikte en ontvangen creditnota’s',
      de: 'Ausgestellte und erhaltene Gutschriften',
      en: 'Credit notes issued and received',
    },
    grids: {
      '03': '31000.00',
      '49': '2600.00',
      '54': '6510.00',
      '64': '546.00',
      '81': '10200.00',
      '85': '1700.00',
      '59': '2499.00',
      '63': '357.00',
    },
  },
  {
    // An exporter that bought a machine of 28 500: VAT comes back, and the refund is asked for.
    id: 'refund',
    title: {
      fr: 'Exportateur demandant le remboursement',
      nl: 'Exporteur die teruggave vraagt',
      de: 'Exporteur mit Erstattungsantrag',
      en: 'Exporter asking for a refund',
    },
    grids: {
      '03': '3800.00',
      '44': '6200.00',
      '47': '19400.00',
      '54': '798.00',
      '82': '2600.00',
      '83': '28500.00',
      '59': '6531.00',
    },
    restitution: true,
  },
  {
    // A mixed payer: services of 5 000 at 21 %, deducted at last year's 58 % (609.00); the 441.00 not deducted is part of the cost in 82.
    id: 'proRata',
    title: { fr: 'Prorata général', nl: 'Algemeen verhoudingsgetal', de: 'Allgemeiner Pro-rata-Satz', en: 'General pro rata' },
    grids: { '00': '9200.00', '03': '12000.00', '54': '2520.00', '82': '5441.00', '59': '609.00', '62': '185.40' },
    proRata: { generalPercentage: 58 },
  },
];
