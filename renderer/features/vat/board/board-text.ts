import type { BoardRow } from '#shared/contract/vat.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { formatDate, formatPeriod } from '../../../i18n/format.ts';
import { asTable } from '../../../ui/copy.ts';
import { shownState } from '../path/states.ts';

/** The board as a table for a spreadsheet, headings first. */
export const boardText = (rows: readonly BoardRow[], t: Translator): string =>
  asTable([
    [
      t('vatView.column.client'),
      t('vatBatchView.number'),
      ...(['period', 'state', 'balance', 'previous', 'due'] as const).map((column) => t(`vatView.column.${column}`)),
    ],
    ...rows.map((row) => [
      row.clientName,
      row.enterpriseNumber,
      formatPeriod(row.periodKey, t),
      t(`vatView.state.${shownState(row)}`),
      row.balance === null ? '' : formatAmount(row.balance),
      row.previousBalance === null ? '' : formatAmount(row.previousBalance),
      formatDate(row.due),
    ]),
  ]);
