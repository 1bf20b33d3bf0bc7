import { cents } from '../../domain/cents.ts';
import { plus, t } from './build.ts';
import type { PostingEvent } from './types.ts';

/** What the client sold in Belgium. */
export const SALES: readonly PostingEvent[] = [
  {
    id: 'sale',
    group: 'sales',
    title: t('Vente en Belgique avec TVA', 'Verkoop in België met btw', 'Verkauf in Belgien mit MwSt.', 'Sale in Belgium with VAT'),
    keywords: t(
      'facture recette ventes 6 12 21 % livraison service caisse acompte',
      'factuur omzet verkopen 6 12 21 % levering dienst kassa voorschot',
      'Rechnung Umsatz Verkäufe 6 12 21 % Lieferung Dienstleistung Kasse Anzahlung',
      'invoice turnover sales 6 12 21 % supply service till deposit',
    ),
    asks: ['base', 'rate', 'tax'],
    lines: [plus('rate', 'base'), plus('54', 'tax')],
    note: t(
      'La base va en 01 (6 %), 02 (12 %) ou 03 (21 %). Une note de crédit ne la diminue jamais.',
      'De maatstaf komt in 01 (6 %), 02 (12 %) of 03 (21 %). Een creditnota vermindert ze nooit.',
      'Die Bemessungsgrundlage steht in 01 (6 %), 02 (12 %) oder 03 (21 %). Eine Gutschrift mindert sie nie.',
      'The base goes into 01 (6 %), 02 (12 %) or 03 (21 %). A credit note never lowers it.',
    ),
    example: {
      text: t(
        'Facture de 1.234,56 hors TVA à 21 %.',
        'Factuur van 1.234,56 zonder btw tegen 21 %.',
        'Rechnung über 1.234,56 ohne MwSt. zu 21 %.',
        'Invoice of 1.234,56 without VAT at 21 %.',
      ),
      input: { base: cents(1234_56), rate: 21 },
      grids: { '03': '1234.56', '54': '259.26' },
    },
  },
  {
    id: 'reverseChargeSale',
    group: 'sales',
    title: t(
      'Vente en Belgique, TVA due par le cocontractant',
      'Verkoop in België, btw verlegd naar de medecontractant',
      'Verkauf in Belgien, MwSt. vom Vertragspartner geschuldet',
      'Sale in Belgium, VAT reverse-charged to the customer',
    ),
    keywords: t(
      'autoliquidation report travaux immobiliers construction or déchets',
      'verlegging btw verlegd werken in onroerende staat bouw aannemer afval',
      'Verlegung Steuerschuld Bauleistungen Immobilienarbeiten Gold Abfall',
      'reverse charge construction works on immovable property contractor',
    ),
    asks: ['base'],
    lines: [plus('45', 'base')],
    example: {
      text: t(
        'Travaux de 8.750,40 facturés à un assujetti déposant des déclarations.',
        'Werken van 8.750,40 gefactureerd aan een btw-plichtige met periodieke aangiften.',
        'Bauleistungen über 8.750,40 an einen Steuerpflichtigen mit periodischen Erklärungen.',
        'Works of 8.750,40 invoiced to a taxable person who files periodic returns.',
      ),
      input: { base: cents(8750_40) },
      grids: { '45': '8750.40' },
    },
  },
  {
    id: 'marginSale',
    group: 'sales',
    title: t(
      'Vente sous le régime de la marge',
      'Verkoop onder de margeregeling',
      'Verkauf nach Differenzbesteuerung',
      'Sale under the margin scheme',
    ),
    keywords: t(
      'marge biens d’occasion voiture antiquités œuvres d’art',
      'marge tweedehands occasie wagen antiek kunst',
      'Marge Gebrauchtwaren Gebrauchtwagen Antiquitäten Kunst',
      'margin second-hand used car antiques art',
    ),
    asks: ['purchaseValue', 'base', 'rate', 'tax'],
    lines: [plus('00', 'purchaseValue'), plus('rate', 'base'), plus('54', 'tax')],
    note: t(
      'Prix d’achat en 00; marge hors TVA en 01, 02 ou 03.',
      'Aankoopprijs in 00; marge zonder btw in 01, 02 of 03.',
      'Einkaufspreis in 00; Marge ohne MwSt. in 01, 02 oder 03.',
      'Purchase price in 00; margin without VAT in 01, 02 or 03.',
    ),
    example: {
      text: t(
        'Voiture achetée 6.000,00 et vendue 7.210,00: marge de 1.210,00, soit 1.000,00 hors TVA.',
        'Wagen gekocht voor 6.000,00 en verkocht voor 7.210,00: marge van 1.210,00, dus 1.000,00 zonder btw.',
        'Fahrzeug für 6.000,00 gekauft und für 7.210,00 verkauft: Marge 1.210,00, also 1.000,00 ohne MwSt.',
        'Car bought at 6.000,00 and sold at 7.210,00: margin of 1.210,00, that is 1.000,00 without VAT.',
      ),
      input: { purchaseValue: cents(6000_00), base: cents(1000_00), rate: 21 },
      grids: { '00': '6000.00', '03': '1000.00', '54': '210.00' },
    },
  },
  {
    id: 'exemptSale',
    group: 'sales',
    title: t(
      'Vente sans TVA: exemptée (article 44), taux 0 ou régime particulier',
      'Verkoop zonder btw: vrijgesteld (artikel 44), nultarief of bijzondere regeling',
      'Verkauf ohne MwSt.: steuerfrei (Artikel 44), Nullsatz oder Sonderregelung',
      'Sale without VAT: exempt (article 44), zero-rated or special scheme',
    ),
    keywords: t(
      'exonération médecin assurance loyer journaux régime particulier zéro',
      'vrijstelling arts verzekering huur kranten bijzondere regeling nul',
      'Steuerbefreiung Arzt Versicherung Miete Zeitungen Sonderregelung null',
      'exemption doctor insurance rent newspapers special scheme zero',
    ),
    asks: ['base'],
    lines: [plus('00', 'base')],
    example: {
      text: t(
        'Loyers exemptés de 1.850,00.',
        'Vrijgestelde huur van 1.850,00.',
        'Steuerfreie Mieten von 1.850,00.',
        'Exempt rents of 1.850,00.',
      ),
      input: { base: cents(1850_00) },
      grids: { '00': '1850.00' },
    },
  },
  {
    id: 'privateUse',
    group: 'sales',
    title: t('Prélèvement à usage privé', 'Onttrekking voor privégebruik', 'Entnahme für private Zwecke', 'Goods taken for private use'),
    keywords: t(
      'prélèvement privé avantage personnel gratuit cadeau',
      'onttrekking privé voordeel personeel gratis geschenk',
      'Entnahme privat Vorteil Personal unentgeltlich Geschenk',
      'private use self-supply benefit staff free gift',
    ),
    asks: ['base', 'rate', 'tax'],
    lines: [plus('rate', 'base'), plus('54', 'tax')],
    example: {
      text: t(
        'Marchandises à 6 % d’une valeur de 85,25 prises pour le ménage.',
        'Goederen tegen 6 % ter waarde van 85,25 voor het gezin genomen.',
        'Waren zu 6 % im Wert von 85,25 für den Haushalt entnommen.',
        'Goods at 6 % worth 85,25 taken for the household.',
      ),
      // 0.06 × 85.25 = 5.115: half a cent goes up.
      input: { base: cents(85_25), rate: 6 },
      grids: { '01': '85.25', '54': '5.12' },
    },
  },
];
