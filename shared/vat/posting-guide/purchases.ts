import { cents } from '../../domain/cents.ts';
import { PURCHASE, plus, t } from './build.ts';
import type { PostingEvent } from './types.ts';

/** What the client bought in Belgium. */
export const PURCHASES: readonly PostingEvent[] = [
  {
    id: 'purchase',
    group: 'purchases',
    title: t('Achat en Belgique avec TVA', 'Aankoop in België met btw', 'Einkauf in Belgien mit MwSt.', 'Purchase in Belgium with VAT'),
    keywords: t(
      'facture fournisseur marchandises frais services investissement',
      'factuur leverancier goederen kosten diensten investering',
      'Rechnung Lieferant Waren Kosten Dienstleistungen Investition',
      'invoice supplier goods costs services investment',
    ),
    asks: PURCHASE,
    lines: [plus('kind', 'cost'), plus('59', 'deductible')],
    note: t(
      '81 marchandises, 82 services et biens divers, 83 investissements.',
      '81 handelsgoederen, 82 diensten en diverse goederen, 83 bedrijfsmiddelen.',
      '81 Waren, 82 Dienstleistungen und verschiedene Güter, 83 Investitionsgüter.',
      '81 goods, 82 services and sundry goods, 83 capital goods.',
    ),
    example: {
      text: t(
        'Marchandises de 2.345,67 hors TVA à 21 %.',
        'Goederen van 2.345,67 zonder btw tegen 21 %.',
        'Waren über 2.345,67 ohne MwSt. zu 21 %.',
        'Goods of 2.345,67 without VAT at 21 %.',
      ),
      input: { base: cents(2345_67), rate: 21, kind: '81' },
      grids: { '81': '2345.67', '59': '492.59' },
    },
  },
  {
    id: 'limitedDeduction',
    group: 'purchases',
    title: t(
      'Achat à déduction limitée (voiture, usage mixte)',
      'Aankoop met beperkte aftrek (wagen, gemengd gebruik)',
      'Einkauf mit begrenztem Abzug (Fahrzeug, gemischte Nutzung)',
      'Purchase with limited deduction (car, mixed use)',
    ),
    keywords: t(
      'voiture véhicule leasing 50 % 35 % carburant téléphone privé non déductible',
      'wagen voertuig leasing 50 % 35 % brandstof telefoon privé niet-aftrekbaar',
      'Auto Fahrzeug Leasing 50 % 35 % Kraftstoff Telefon privat nicht abzugsfähig',
      'car vehicle lease 50 % 35 % fuel telephone private non-deductible',
    ),
    asks: PURCHASE,
    lines: [plus('kind', 'cost'), plus('59', 'deductible')],
    note: t(
      'La TVA non déductible fait partie de la base en 81, 82 ou 83.',
      'De niet-aftrekbare btw hoort bij de maatstaf in 81, 82 of 83.',
      'Die nicht abzugsfähige MwSt. gehört zur Bemessungsgrundlage in 81, 82 oder 83.',
      'VAT that cannot be deducted is part of the base in 81, 82 or 83.',
    ),
    example: {
      text: t(
        'Loyer de voiture de 500,00 à 21 %, TVA déductible à 50 %.',
        'Autohuur van 500,00 tegen 21 %, btw voor 50 % aftrekbaar.',
        'Fahrzeugmiete von 500,00 zu 21 %, MwSt. zu 50 % abzugsfähig.',
        'Car rental of 500,00 at 21 %, VAT 50 % deductible.',
      ),
      input: { base: cents(500_00), rate: 21, nonDeductible: cents(52_50), kind: '82' },
      grids: { '82': '552.50', '59': '52.50' },
    },
  },
  {
    id: 'noDeduction',
    group: 'purchases',
    title: t(
      'Achat dont la TVA n’est pas déductible (restaurant, hôtel, cadeaux)',
      'Aankoop zonder recht op aftrek (restaurant, hotel, geschenken)',
      'Einkauf ohne Vorsteuerabzug (Restaurant, Hotel, Geschenke)',
      'Purchase without deduction (restaurant, hotel, gifts)',
    ),
    keywords: t(
      'restaurant repas hôtel réception boissons',
      'restaurant maaltijd hotel receptie dranken',
      'Restaurant Essen Hotel Bewirtung Getränke',
      'restaurant meal hotel entertainment drinks',
    ),
    asks: ['base', 'kind'],
    lines: [plus('kind', 'base')],
    note: t(
      'Inscrivez le montant TVA comprise.',
      'Vul het bedrag inclusief btw in.',
      'Tragen Sie den Betrag einschließlich MwSt. ein.',
      'Enter the amount including VAT.',
    ),
    example: {
      text: t(
        'Repas d’affaires de 134,40, TVA comprise.',
        'Zakendiner van 134,40 inclusief btw.',
        'Geschäftsessen über 134,40 einschließlich MwSt.',
        'Business meal of 134,40 including VAT.',
      ),
      input: { base: cents(134_40), kind: '82' },
      grids: { '82': '134.40' },
    },
  },
  {
    id: 'purchaseWithoutVat',
    group: 'purchases',
    title: t(
      'Achat sans TVA (petite entreprise, exempté)',
      'Aankoop zonder btw (kleine onderneming, vrijgesteld)',
      'Einkauf ohne MwSt. (Kleinunternehmen, steuerfrei)',
      'Purchase without VAT (small enterprise, exempt)',
    ),
    keywords: t(
      'franchise petite entreprise assurance taux 0',
      'vrijstellingsregeling kleine onderneming verzekering nultarief',
      'Kleinunternehmerregelung Versicherung Nullsatz',
      'small enterprise exemption insurance zero rate',
    ),
    asks: ['base', 'kind'],
    lines: [plus('kind', 'base')],
    example: {
      text: t(
        'Travaux de jardin de 340,00 par une petite entreprise.',
        'Tuinwerken van 340,00 door een kleine onderneming.',
        'Gartenarbeiten über 340,00 durch ein Kleinunternehmen.',
        'Gardening of 340,00 by a small enterprise.',
      ),
      input: { base: cents(340_00), kind: '82' },
      grids: { '82': '340.00' },
    },
  },
  {
    id: 'reverseChargePurchase',
    group: 'purchases',
    title: t(
      'Achat avec cocontractant (travaux immobiliers)',
      'Aankoop met medecontractant (werk in onroerende staat)',
      'Einkauf mit Verlegung (Bauleistungen)',
      'Reverse-charge purchase (construction)',
    ),
    keywords: t(
      'facture autoliquidation sous-traitant construction travaux immobiliers',
      'factuur verlegging onderaannemer bouw werken onroerend btw verlegd',
      'Rechnung Steuerschuld Subunternehmer Bau Bauleistungen Immobilien',
      'invoice reverse charge subcontractor construction works',
    ),
    asks: PURCHASE,
    lines: [plus('kind', 'cost'), plus('87', 'base'), plus('56', 'tax'), plus('59', 'deductible')],
    example: {
      text: t(
        'Sous-traitant: 16.400,00 à 21 %, déductible entièrement.',
        'Onderaannemer: 16.400,00 tegen 21 %, volledig aftrekbaar.',
        'Subunternehmer: 16.400,00 zu 21 %, voll abzugsfähig.',
        'Subcontractor: 16.400,00 at 21 %, wholly deductible.',
      ),
      input: { base: cents(16400_00), rate: 21, kind: '82' },
      grids: { '82': '16400.00', '87': '16400.00', '56': '3444.00', '59': '3444.00' },
    },
  },
];
