import type { FactKind } from '#shared/contract/reading.ts';
import { MAX_AMOUNT } from '#shared/domain/cents.ts';
import { delayText, parseDelay } from '#shared/domain/delay.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { parseIban } from '#shared/domain/iban.ts';
import { isLocalDate } from '#shared/domain/local-date.ts';
import { parsePeriodKey, periodKey } from '#shared/domain/period.ts';
import { parseCommunication } from '#shared/domain/structured-communication.ts';

/** The value in the form its kind has, `null` for what is no value of it. */
const FORMS: Readonly<Record<FactKind, (text: string) => string | null>> = {
  amount: (text) => (/^\d{1,13}$/.test(text) && Number(text) > 0 && Number(text) <= MAX_AMOUNT ? String(Number(text)) : null),
  dueOn: (text) => (isLocalDate(text) && text >= '2000' && text < '2100' ? text : null),
  delay: (text) => {
    const delay = parseDelay(text);
    return delay && delayText(delay);
  },
  iban: parseIban,
  communication: parseCommunication,
  taxYear: (text) => (/^20\d{2}$/.test(text) ? text : null),
  period: (text) => {
    const period = parsePeriodKey(text);
    return period && periodKey(period);
  },
};

/** @throws GuichetError `reading.value` */
export function factValue(kind: FactKind, text: string): string {
  const value = FORMS[kind](text.trim());
  if (value === null) throw new GuichetError('reading.value', { params: { kind } });
  return value;
}
