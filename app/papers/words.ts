import { formatEnterpriseNumber, isEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { isQuarter, type PeriodKey, parsePeriodKey } from '#shared/domain/period.ts';
import type { Translator } from '#shared/i18n/translator.ts';

const REGIONS: Readonly<Record<Locale, string>> = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE', en: 'en-BE' };
const noon = (day: LocalDate): Date => new Date(`${day}T12:00:00Z`);

/** `octobre 2026`, `3e trimestre 2026`. */
export function periodName(key: PeriodKey, t: Translator): string {
  const period = parsePeriodKey(key);
  if (!period) return key;
  if (isQuarter(period)) return t('papers.quarter', { quarter: period.quarter, year: String(period.year) });
  const month = new Intl.DateTimeFormat(REGIONS[t.locale], { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(period.year, period.month - 1, 1),
  );
  return t('papers.month', { month, year: String(period.year) });
}

/** `10/2026`, `Q3/2026`: short, the same in every language. */
export const shortPeriod = (key: PeriodKey): string =>
  key.replace(/^(\d{4})-(?:Q(\d)|(\d\d))$/, (_, year, quarter, month) => `${quarter ? `Q${quarter}` : month}/${year}`);

/** `20/11/2026`; with points in German. */
export const shortDate = (day: LocalDate, { locale }: Translator): string =>
  day
    .split('-')
    .reverse()
    .join(locale === 'de' ? '.' : '/');

/** `20 novembre 2026`. */
export const longDate = (day: LocalDate, { locale }: Translator): string =>
  new Intl.DateTimeFormat(REGIONS[locale], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(day));

/** `20/11/2026 10:32:07`, by the clock of Brussels. */
export function timeOf(instant: string, t: Translator): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
    timeZone: 'Europe/Brussels',
  }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${shortDate(`${part('year')}-${part('month')}-${part('day')}` as LocalDate, t)} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** `BE 0477.472.701` */
export const numberOf = (enterpriseNumber: string): string =>
  isEnterpriseNumber(enterpriseNumber) ? `BE ${formatEnterpriseNumber(enterpriseNumber)}` : enterpriseNumber;
