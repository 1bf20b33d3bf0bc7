import { addDays } from '#shared/domain/local-date.ts';
import { type Period, periodKey, shiftPeriod } from '#shared/domain/period.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import type { Regime } from '#shared/vat/types.ts';
import { periodName, shortDate } from '../words.ts';
import { type CalendarEvent, writeCalendar } from './ical.ts';

/** Days before filing and before payment at which another calendar reminds. */
const FILE_ALARMS = [{ days: 5 }, { days: 1 }];
const PAY_ALARMS = [{ days: 2 }, { days: 0 }];

/** The periods of a regime whose legal day lies in a year, the last of the year before first. */
function periodsDueIn(year: number, regime: Regime): Period[] {
  const first: Period = regime === 'month' ? { year: year - 1, month: 12 } : { year: year - 1, quarter: 4 };
  const count = regime === 'month' ? 12 : 4;
  return Array.from({ length: count }, (_, step) => shiftPeriod(first, step));
}

/** Filing, from the legal day to the last that is still in time, and payment of one period. */
function eventsOf(period: Period, regime: Regime, t: Translator): CalendarEvent[] {
  const key = periodKey(period);
  const { legal, effective, payBy } = deadline(period);
  const about = { period: periodName(key, t), regime };
  const days = { legal: shortDate(legal, t), effective: shortDate(effective, t) };
  const note = legal !== effective ? 'calendarFile.moved' : payBy < legal ? 'calendarFile.notMoved' : 'calendarFile.legal';
  return [
    {
      uid: `vat-${key}-file@guichet`,
      summary: t('calendarFile.file', about),
      description: t(note, days),
      from: legal,
      until: addDays(effective, 1),
      alarms: FILE_ALARMS,
    },
    {
      uid: `vat-${key}-pay@guichet`,
      summary: t('calendarFile.pay', about),
      description: `${t('calendarFile.payNote')} ${t('calendarFile.legal', days)}`,
      from: payBy,
      until: addDays(payBy, 1),
      alarms: PAY_ALARMS,
    },
  ];
}

/** A year's deadlines of some regimes, as other calendars read them. @param at epoch milliseconds of the writing */
export function deadlinesFile(year: number, regimes: readonly Regime[], t: Translator, at: number): Uint8Array<ArrayBuffer> {
  const events = regimes
    .flatMap((regime) => periodsDueIn(year, regime).flatMap((period) => eventsOf(period, regime, t)))
    .sort((a, b) => a.from.localeCompare(b.from) || a.uid.localeCompare(b.uid));
  return writeCalendar({ name: t('calendarFile.name', { year: String(year) }), language: t.locale, at, events });
}
