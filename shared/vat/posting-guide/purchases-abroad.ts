import { cents } from '../../domain/cents.ts';
import { PURCHASE, plus, t } from './build.ts';
import type { PostingEvent } from './types.ts';

/** Purchases from other member states and further: the client owes the tax itself. */
export const PURCHASES_ABROAD: readonly PostingEvent[] = [
  {
    id: 'euGoodsPurchase',
    group: 'purchasesAbroad',
    title: t('Achat de biens dans l’UE', 'Aankoop van goederen in de EU', 'Einkauf von Waren in der EU', 'Goods bought in the EU'),
    keywords: t(
      'acquisition intracommunautaire UE europe',
      'intracommunautaire verwerving EU europa ICV',
      'innergemeinschaftlicher Erwerb EU Europa',
      'intra-Community acquisition EU europe',
    ),
    asks: PURCHASE,
    lines: [plus('kind', 'cost'), plus('86', 'base'), plus('55', 'tax'), plus('59', 'deductible')],
    example: {
      text: t(
        'Marchandises de 9.800,00 achetées en France.',
        'Goederen van 9.800,00 gekocht in Frankrijk.',
        'Waren über 9.800,00 in Frankreich gekauft.',
        'Goods of 9.800,00 bought in France.',
      ),
      input: { base: cents(9800_00), rate: 21, kind: '81' },
      grids: { '81': '9800.00', '86': '9800.00', '55': '2058.00', '59': '2058.00' },
    },
  },
  {
    id: 'triangulationPurchase',
    group: 'purchasesAbroad',
    title: t(
      'Achat ABC: le client est C (opération triangulaire)',
      'ABC-aankoop: de klant van het kantoor is C (driehoekshandel)',
      'ABC-Einkauf: der Mandant ist C (Dreiecksgeschäft)',
      'ABC purchase: the client is C (triangulation)',
    ),
    keywords: t(
      'triangulaire ABC UE destinataire',
      'driehoeksverkeer ABC EU afnemer',
      'Dreiecksgeschäft ABC EU Abnehmer',
      'triangular ABC EU recipient',
    ),
    asks: PURCHASE,
    lines: [plus('kind', 'cost'), plus('86', 'base'), plus('55', 'tax'), plus('59', 'deductible')],
    example: {
      text: t(
        'Biens de 5.600,00 facturés par B, en France, et envoyés d’Allemagne par A.',
        'Goederen van 5.600,00 gefactureerd door B in Frankrijk en door A uit Duitsland verzonden.',
        'Waren über 5.600,00, von B in Frankreich berechnet und von A aus Deutschland versandt.',
        'Goods of 5.600,00 invoiced by B in France and sent from Germany by A.',
      ),
      input: { base: cents(5600_00), rate: 21, kind: '81' },
      grids: { '81': '5600.00', '86': '5600.00', '55': '1176.00', '59': '1176.00' },
    },
  },
  {
    id: 'euServicePurchase',
    group: 'purchasesAbroad',
    title: t(
      'Achat de services dans l’UE',
      'Aankoop van diensten in de EU',
      'Einkauf von Dienstleistungen in der EU',
      'Services bought in the EU',
    ),
    keywords: t(
      'service intracommunautaire logiciel publicité en ligne abonnement UE',
      'intracommunautaire dienst software online reclame abonnement EU',
      'innergemeinschaftliche Dienstleistung Software Online-Werbung Abonnement EU',
      'intra-Community service software online advertising subscription EU',
    ),
    asks: PURCHASE,
    lines: [plus('kind', 'cost'), plus('88', 'base'), plus('55', 'tax'), plus('59', 'deductible')],
    example: {
      text: t(
        'Publicité en ligne de 412,37 facturée d’Irlande.',
        'Onlinereclame van 412,37 gefactureerd uit Ierland.',
        'Online-Werbung über 412,37, aus Irland berechnet.',
        'Online advertising of 412,37 invoiced from Ireland.',
      ),
      input: { base: cents(412_37), rate: 21, kind: '82' },
      grids: { '82': '412.37', '88': '412.37', '55': '86.60', '59': '86.60' },
    },
  },
  {
    id: 'nonEuService',
    group: 'purchasesAbroad',
    title: t(
      'Achat de services hors UE',
      'Aankoop van diensten buiten de EU',
      'Einkauf von Dienstleistungen außerhalb der EU',
      'Services bought outside the EU',
    ),
    keywords: t(
      'service pays tiers États-Unis Royaume-Uni Suisse logiciel',
      'dienst derde land Verenigde Staten Verenigd Koninkrijk Zwitserland software',
      'Dienstleistung Drittland Vereinigte Staaten Vereinigtes Königreich Schweiz Software',
      'service third country non-EU United States United Kingdom Switzerland software',
    ),
    asks: PURCHASE,
    lines: [plus('kind', 'cost'), plus('87', 'base'), plus('56', 'tax'), plus('59', 'deductible')],
    example: {
      text: t(
        'Logiciel de 800,00 facturé des États-Unis.',
        'Software van 800,00 gefactureerd uit de Verenigde Staten.',
        'Software über 800,00, aus den Vereinigten Staaten berechnet.',
        'Software of 800,00 invoiced from the United States.',
      ),
      input: { base: cents(800_00), rate: 21, kind: '82' },
      grids: { '82': '800.00', '87': '800.00', '56': '168.00', '59': '168.00' },
    },
  },
  {
    id: 'importDeferred',
    group: 'purchasesAbroad',
    title: t(
      'Importation avec report de perception (autorisation ET 14000)',
      'Invoer met verlegging van heffing (vergunning ET 14000)',
      'Einfuhr mit Verlegung der Erhebung (Bewilligung ET 14000)',
      'Import with deferred payment (licence ET 14000)',
    ),
    keywords: t(
      'import douane ET14000 report pays tiers',
      'import douane ET14000 verlegging derde land',
      'Import Zoll ET14000 Drittland',
      'import customs ET14000 deferred third country',
    ),
    asks: PURCHASE,
    lines: [plus('kind', 'cost'), plus('87', 'base'), plus('57', 'tax'), plus('59', 'deductible')],
    example: {
      text: t(
        'Marchandises de 12.700,00 importées de Chine.',
        'Goederen van 12.700,00 ingevoerd uit China.',
        'Waren über 12.700,00 aus China eingeführt.',
        'Goods of 12.700,00 imported from China.',
      ),
      input: { base: cents(12700_00), rate: 21, kind: '81' },
      grids: { '81': '12700.00', '87': '12700.00', '57': '2667.00', '59': '2667.00' },
    },
  },
  {
    id: 'importCustoms',
    group: 'purchasesAbroad',
    title: t(
      'Importation, TVA payée à la douane',
      'Invoer, btw betaald aan de douane',
      'Einfuhr, MwSt. beim Zoll bezahlt',
      'Import, VAT paid at customs',
    ),
    keywords: t(
      'import douane document unique transitaire pays tiers',
      'import douane enig document expediteur derde land',
      'Import Zoll Einheitspapier Spediteur Drittland',
      'import customs single document forwarder third country',
    ),
    asks: PURCHASE,
    lines: [plus('kind', 'cost'), plus('59', 'deductible')],
    note: t(
      'Rien en 87 ni en 57: la TVA est déjà payée.',
      'Niets in 87 of 57: de btw is al betaald.',
      'Nichts in 87 und 57: Die MwSt. ist schon bezahlt.',
      'Nothing in 87 or 57: the VAT is paid already.',
    ),
    example: {
      text: t(
        'Pièces de 1.999,90 importées de Suisse, 419,98 de TVA payés à la douane.',
        'Onderdelen van 1.999,90 ingevoerd uit Zwitserland, 419,98 btw betaald aan de douane.',
        'Teile über 1.999,90 aus der Schweiz eingeführt, 419,98 MwSt. beim Zoll bezahlt.',
        'Parts of 1.999,90 imported from Switzerland, 419,98 of VAT paid at customs.',
      ),
      input: { base: cents(1999_90), rate: 21, tax: cents(419_98), kind: '81' },
      grids: { '81': '1999.90', '59': '419.98' },
    },
  },
];
