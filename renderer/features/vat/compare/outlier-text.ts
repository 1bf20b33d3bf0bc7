import type { Outlier } from '#shared/contract/vat-help.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import type { Translator } from '#shared/i18n/translator.ts';

/** `82 is 3,4 times the usual 1.200,00`. */
export function outlierText({ grid, kind, now, usual, ratio }: Outlier, t: Translator): string {
  const words = { grid, now: formatAmount(now), usual: formatAmount(usual) };
  if (ratio === null || kind === 'new' || kind === 'missing') return t(`vatGrids.outlier.${kind}`, words);
  if (kind === 'low' && ratio < 0.1) return t('vatGrids.outlier.tiny', words);
  return t(`vatGrids.outlier.${kind}`, { ...words, ratio: String(Math.round(ratio * 10) / 10).replace('.', ',') });
}
