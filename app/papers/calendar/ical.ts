import type { LocalDate } from '#shared/domain/local-date.ts';

/** A reminder before the first day of an all-day event. */
export interface Alarm {
  /** Days before; told at nine in the morning. */
  readonly days: number;
}

export interface CalendarEvent {
  /** Stays the same when the calendar is written again, so that another program updates instead of adding. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly from: LocalDate;
  /** The day after the last one. */
  readonly until: LocalDate;
  readonly alarms: readonly Alarm[];
}

export interface CalendarFile {
  readonly name: string;
  readonly language: string;
  /** Epoch milliseconds of its writing. */
  readonly at: number;
  readonly events: readonly CalendarEvent[];
}

/** Octets of a line, its end not counted (RFC 5545, 3.1). */
const LONGEST_LINE = 75;
const NINE_O_CLOCK = 9;

const text = (value: string): string =>
  value
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
const day = (date: LocalDate): string => date.replaceAll('-', '');
const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** Lines longer than 75 octets go on after a line break and a space; no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const octets = new TextEncoder().encode(character).byteLength;
    // A continued line begins with a space, which counts.
    if (size + octets > LONGEST_LINE - (parts.length === 0 ? 0 : 1)) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join('\r\n ');
}

/** Nine in the morning some days before an event that begins at midnight. */
function trigger({ days }: Alarm): string {
  const hours = days * 24 - NINE_O_CLOCK;
  if (hours <= 0) return `PT${-hours}H`;
  const whole = Math.floor(hours / 24);
  return `-P${whole > 0 ? `${whole}D` : ''}T${hours % 24}H`;
}

const alarmLines = (alarm: Alarm, summary: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${text(summary)}`,
  `TRIGGER:${trigger(alarm)}`,
  'END:VALARM',
];

const eventLines = (at: number, { uid, summary, description, from, until, alarms }: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${stamp(at)}`,
  `DTSTART;VALUE=DATE:${day(from)}`,
  `DTEND;VALUE=DATE:${day(until)}`,
  `SUMMARY:${text(summary)}`,
  `DESCRIPTION:${text(description)}`,
  'TRANSP:TRANSPARENT',
  ...alarms.flatMap((alarm) => alarmLines(alarm, summary)),
  'END:VEVENT',
];

/** All-day events as iCalendar (RFC 5545), UTF-8. */
export function writeCalendar({ name, language, at, events }: CalendarFile): Uint8Array<ArrayBuffer> {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Guichet//VAT deadlines//${language.toUpperCase()}`],
    ...['CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `NAME:${text(name)}`, `X-WR-CALNAME:${text(name)}`],
    ...events.flatMap((event) => eventLines(at, event)),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(''));
}
