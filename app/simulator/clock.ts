import { addDays, brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';

const DAY_MS = 86_400_000;

/** The simulator's time: the machine's, moved by an offset. Everything that depends on time asks here. */
export class SimClock {
  #offset: number;
  #second = Number.NaN;
  #httpDate = '';
  #today = '' as LocalDate;

  constructor(startAt: number | undefined) {
    this.#offset = startAt === undefined ? 0 : startAt - Date.now();
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.#offset;
  }

  get offsetMs(): number {
    return this.#offset;
  }

  set offsetMs(offset: number) {
    this.#offset = offset;
    this.#second = Number.NaN;
  }

  set(instant: number): void {
    this.offsetMs = instant - Date.now();
  }

  advance(milliseconds: number): void {
    this.offsetMs = this.#offset + milliseconds;
  }

  /** The value of the `Date` response header. */
  httpDate(): string {
    this.#refresh();
    return this.#httpDate;
  }

  /** The Brussels calendar day. */
  today(): LocalDate {
    this.#refresh();
    return this.#today;
  }

  // Formatting dates for every one of thousands of requests a second would cost more than serving them.
  #refresh(): void {
    const second = Math.floor(this.now() / 1000);
    if (second === this.#second) return;
    this.#second = second;
    this.#httpDate = new Date(second * 1000).toUTCString();
    this.#today = brusselsDate(second * 1000);
  }
}

/** The nightly refresh of SPF's document cache, 03:00 UTC. */
const SYNC_HOUR_MS = 3 * 3_600_000;

/** The last nightly refresh before `now`: `lastSyncDate` of the search. */
export function lastSync(now: number): number {
  return Math.floor((now - SYNC_HOUR_MS) / DAY_MS) * DAY_MS + SYNC_HOUR_MS;
}

/** When a document made at `now` shows: after the nightly refresh of the next Brussels day, and never later than 24 hours. */
export function nextDayVisibility(now: number): number {
  const tomorrow = addDays(brusselsDate(now), 1);
  return Math.min(Date.parse(`${tomorrow}T00:00:00Z`) + SYNC_HOUR_MS, now + DAY_MS);
}

const DURATION = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds of an ISO 8601 duration in days, hours, minutes and seconds (`P1D`, `PT10M`); `null` for anything else. */
export function parseDuration(text: string): number | null {
  const match = DURATION.exec(text);
  if (!match || !/\d/.test(text)) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2).map((part) => Number(part ?? 0));
  const total = days * DAY_MS + hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
  return match[1] ? -total : total;
}
