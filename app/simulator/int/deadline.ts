import { addDays, type LocalDate, localDate, weekday } from '#shared/domain/local-date.ts';

/** Until this day a quarterly deadline on a day off still moved (transition of the new calendar). */
const QUARTER_MOVES_UNTIL = '2026-04-30';

const FIXED_HOLIDAYS = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'];

/** Easter Sunday of the Gregorian calendar (Gauss, as corrected by Meeus). */
function easter(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const day = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * day) / 451);
  const month = Math.floor((epact + day - 7 * shift + 114) / 31);
  const date = ((epact + day - 7 * shift + 114) % 31) + 1;
  return localDate(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
}

function isDayOff(day: LocalDate): boolean {
  if (weekday(day) > 5 || FIXED_HOLIDAYS.includes(day.slice(5))) return true;
  const sunday = easter(Number(day.slice(0, 4)));
  return [1, 39, 50].some((offset) => addDays(sunday, offset) === day);
}

/** The last day on which the return of `YYYYPP` may be filed or replaced. */
export function deadlineOf(period: string): LocalDate {
  const part = Number(period.slice(4));
  const quarterly = part > 30;
  const lastMonth = quarterly ? (part - 30) * 3 : part;
  const year = Number(period.slice(0, 4)) + (lastMonth === 12 ? 1 : 0);
  const month = String((lastMonth % 12) + 1).padStart(2, '0');
  let day = localDate(`${year}-${month}-${quarterly ? '25' : '20'}`);
  if (quarterly && day > QUARTER_MOVES_UNTIL) return day;
  while (isDayOff(day)) day = addDays(day, 1);
  return day;
}
