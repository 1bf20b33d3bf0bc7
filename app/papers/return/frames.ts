import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import type { Locale } from '#shared/domain/locale.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { totals, withBalance } from '#shared/vat/balance.ts';
import { FRAME_CODES, FRAMES, type Frame, gridsOf } from '#shared/vat/grids.ts';
import type { GridAmounts } from '#shared/vat/types.ts';

/** A line of the form. `amount` is `null` where the return says nothing. */
export interface FormRow {
  /** `54`, or `XX` and `YY` for the totals, which are never sent. */
  readonly code: string;
  readonly label: string;
  readonly amount: Cents | null;
  readonly isTotal: boolean;
}

export interface FormFrame {
  readonly frame: Frame;
  readonly title: string;
  readonly rows: readonly FormRow[];
}

/** Frames II to VI with their amounts as they are sent: zero grids left out, 71 or 72 computed. */
export function formFrames(grids: GridAmounts, t: Translator): FormFrame[] {
  const sent = withBalance(grids);
  const { xx, yy } = totals(grids);
  const sums: Readonly<Partial<Record<Frame, FormRow>>> = {
    IV: { code: 'XX', label: t('papers.xx'), amount: xx, isTotal: true },
    V: { code: 'YY', label: t('papers.yy'), amount: yy, isTotal: true },
  };
  const locale: Locale = t.locale;
  return FRAME_CODES.map((frame) => {
    const rows = gridsOf(frame).map(
      ({ code, label }): FormRow => ({
        code,
        label: label[locale],
        amount: sent[code] ?? null,
        isTotal: frame === 'VI' && sent[code] !== undefined,
      }),
    );
    const sum = sums[frame];
    return { frame, title: FRAMES[frame].title[locale], rows: sum ? [...rows, sum] : rows };
  });
}

/** `1.234,56`; a dash where the return says nothing. */
export const amountText = (amount: Cents | null): string => (amount === null ? '–' : formatAmount(amount));
