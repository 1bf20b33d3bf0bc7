import type { LocalDate } from '#shared/domain/local-date.ts';
import { isLocalDate } from '#shared/domain/local-date.ts';
import { parsePeriodKey } from '#shared/domain/period.ts';
import { type MessageKey, messages } from '#shared/i18n/messages.ts';
import type { MessageParams, Translator } from '#shared/i18n/translator.ts';
import { formatDate, formatPeriod } from './format.ts';

const isMessage = (key: string): key is MessageKey => key in messages;

/** Days and periods in words, other values as they are. */
function readable(params: MessageParams, t: Translator): MessageParams {
  const show = (value: string | number): string | number => {
    if (typeof value !== 'string') return value;
    if (isLocalDate(value)) return formatDate(value as LocalDate);
    return parsePeriodKey(value) ? formatPeriod(value, t) : value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, show(value)]));
}

/** What an entry of the audit trail says; a kind without words of its own shows its name. */
export function activityText(kind: string, params: MessageParams, t: Translator): string {
  const key = `activity.${kind}`;
  return isMessage(key) ? t(key, readable(params, t)) : kind;
}
