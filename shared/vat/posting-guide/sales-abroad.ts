import { cents } from '../../domain/cents.ts';
import { plus, t } from './build.ts';
import type { PostingEvent } from './types.ts';

/** Sales to other member states and further. */
export const SALES_ABROAD: readonly PostingEvent[] = [
  {
    id: 'euGoodsSale',
    group: 'salesAbroad',
    title: t('Livraison de biens vers l’UE', 'Levering van goederen naar de EU', 'Lieferung von Waren in die EU', 'Goods sold to the EU'),
    keywords: t(
      'livraison intracommunautaire exemptée UE europe',
      'intracommunautaire levering vrijgesteld EU europa ICL',
      'innergemeinschaftliche Lieferung steuerfrei EU Europa',
      'intra-Community supply exempt EU europe',
    ),
    asks: ['base'],
    lines: [plus('46', 'base')],
    example: {
      text: t(
        'Marchandises de 14.300,00 livrées à un assujetti aux Pays-Bas.',
        'Goederen van 14.300,00 geleverd aan een btw-plichtige in Nederland.',
        'Waren über 14.300,00 an einen Steuerpflichtigen in den Niederlanden.',
        'Goods of 14.300,00 supplied to a taxable person in the Netherlands.',
      ),
      input: { base: cents(14300_00) },
      grids: { '46': '14300.00' },
    },
  },
  {
    id: 'triangulationSale',
    group: 'salesAbroad',
    title: t(
      'Vente ABC: le client est B (opération triangulaire)',
      'ABC-verkoop: de klant van het kantoor is B (driehoekshandel)',
      'ABC-Verkauf: der Mandant ist B (Dreiecksgeschäft)',
      'ABC sale: the client is B (triangulation)',
    ),
    keywords: t(
      'triangulaire ABC intermédiaire UE',
      'driehoeksverkeer ABC tussenpersoon EU',
      'Dreiecksgeschäft ABC Zwischenhändler EU',
      'triangular ABC middleman EU',
    ),
    asks: ['base'],
    lines: [plus('46', 'base')],
    example: {
      text: t(
        'B belge revend à C, en France, pour 5.600,00, des biens expédiés d’Allemagne par A.',
        'Belgische B verkoopt voor 5.600,00 aan C in Frankrijk goederen die A uit Duitsland verzendt.',
        'B in Belgien verkauft C in Frankreich für 5.600,00 Waren, die A aus Deutschland versendet.',
        'Belgian B sells to C in France, for 5.600,00, goods that A sends from Germany.',
      ),
      input: { base: cents(5600_00) },
      grids: { '46': '5600.00' },
    },
  },
  {
    id: 'euServiceSale',
    group: 'salesAbroad',
    title: t(
      'Service à un assujetti de l’UE',
      'Dienst aan een btw-plichtige in de EU',
      'Dienstleistung an einen Steuerpflichtigen in der EU',
      'Service to a taxable person in the EU',
    ),
    keywords: t(
      'prestation intracommunautaire B2B UE report consultance transport',
      'intracommunautaire dienst B2B EU verlegging advies vervoer',
      'innergemeinschaftliche Dienstleistung B2B EU Beratung Transport',
      'intra-Community service B2B EU consultancy transport',
    ),
    asks: ['base'],
    lines: [plus('44', 'base')],
    example: {
      text: t(
        'Étude de 2.480,75 facturée à une société au Luxembourg.',
        'Studie van 2.480,75 gefactureerd aan een vennootschap in Luxemburg.',
        'Studie über 2.480,75 an eine Gesellschaft in Luxemburg.',
        'Study of 2.480,75 invoiced to a company in Luxembourg.',
      ),
      input: { base: cents(2480_75) },
      grids: { '44': '2480.75' },
    },
  },
  {
    id: 'export',
    group: 'salesAbroad',
    title: t('Exportation hors UE', 'Uitvoer buiten de EU', 'Ausfuhr aus der EU', 'Export outside the EU'),
    keywords: t(
      'export douane pays tiers',
      'export uitvoer douane derde land',
      'Export Ausfuhr Zoll Drittland',
      'export customs third country',
    ),
    asks: ['base'],
    lines: [plus('47', 'base')],
    example: {
      text: t(
        'Machines de 19.400,00 exportées en Suisse.',
        'Machines van 19.400,00 uitgevoerd naar Zwitserland.',
        'Maschinen über 19.400,00 in die Schweiz ausgeführt.',
        'Machines of 19.400,00 exported to Switzerland.',
      ),
      input: { base: cents(19400_00) },
      grids: { '47': '19400.00' },
    },
  },
  {
    id: 'otherAbroad',
    group: 'salesAbroad',
    title: t(
      'Autre opération à l’étranger, service hors UE',
      'Andere handeling in het buitenland, dienst buiten de EU',
      'Anderer Umsatz im Ausland, Dienstleistung außerhalb der EU',
      'Other operation abroad, service outside the EU',
    ),
    keywords: t(
      'service pays tiers étranger Royaume-Uni Suisse',
      'dienst derde land buitenland Verenigd Koninkrijk Zwitserland',
      'Dienstleistung Drittland Ausland Vereinigtes Königreich Schweiz',
      'service third country abroad United Kingdom Switzerland non-EU',
    ),
    asks: ['base'],
    lines: [plus('47', 'base')],
    example: {
      text: t(
        'Conseil de 960,00 facturé à une société au Royaume-Uni.',
        'Advies van 960,00 gefactureerd aan een vennootschap in het Verenigd Koninkrijk.',
        'Beratung über 960,00 an eine Gesellschaft im Vereinigten Königreich.',
        'Advice of 960,00 invoiced to a company in the United Kingdom.',
      ),
      input: { base: cents(960_00) },
      grids: { '47': '960.00' },
    },
  },
];
