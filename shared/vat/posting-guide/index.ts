import { ADJUSTMENTS } from './adjustments.ts';
import { t } from './build.ts';
import { CREDITS_ISSUED } from './credits-issued.ts';
import { CREDITS_RECEIVED } from './credits-received.ts';
import { PURCHASES } from './purchases.ts';
import { PURCHASES_ABROAD } from './purchases-abroad.ts';
import { SALES } from './sales.ts';
import { SALES_ABROAD } from './sales-abroad.ts';
import type { EventGroup, PostingEvent } from './types.ts';

export { FORMULAS, gridOf, type PostedLine, postingAmounts, postingLines } from './amounts.ts';
export { searchPostings } from './search.ts';
export {
  EVENT_GROUPS,
  type EventGroup,
  type Formula,
  type PostingEvent,
  type PostingInput,
  type PostingLine,
  type PurchaseGrid,
} from './types.ts';

export const GROUP_TITLES: Readonly<Record<EventGroup, ReturnType<typeof t>>> = {
  sales: t('Ventes en Belgique', 'Verkopen in België', 'Verkäufe in Belgien', 'Sales in Belgium'),
  salesAbroad: t('Ventes à l’étranger', 'Verkopen in het buitenland', 'Verkäufe ins Ausland', 'Sales abroad'),
  purchases: t('Achats en Belgique', 'Aankopen in België', 'Einkäufe in Belgien', 'Purchases in Belgium'),
  purchasesAbroad: t('Achats à l’étranger', 'Aankopen in het buitenland', 'Einkäufe im Ausland', 'Purchases abroad'),
  creditNotes: t('Notes de crédit', 'Creditnota’s', 'Gutschriften', 'Credit notes'),
  adjustments: t('Régularisations', 'Regularisaties', 'Berichtigungen', 'Adjustments'),
};

/**
 * The guide: what happened, and the grids it goes to. Source: notes to form 625; where a purchase's tax is partly non-deductible, that part
 * belongs to the base in 81–83.
 */
export const POSTING_EVENTS: readonly PostingEvent[] = [
  ...SALES,
  ...SALES_ABROAD,
  ...PURCHASES,
  ...PURCHASES_ABROAD,
  ...CREDITS_ISSUED,
  ...CREDITS_RECEIVED,
  ...ADJUSTMENTS,
];
