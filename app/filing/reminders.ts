import type { Context } from '#app/core/context.ts';
import { command, query } from '#app/platform/db/index.ts';
import type { Notice } from '#shared/contract/sync.ts';
import { addDays, daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import { periodKey } from '#shared/domain/period.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import type { FilingState } from '#shared/vat/filing-states.ts';
import { rowsOf } from './board.ts';
import { periodsDueBetween } from './months.ts';

/** Days before the last day that is in time; each is told once, and the nearest alone when Guichet was closed over others. */
const REMIND_DAYS = [0, 1, 2, 5] as const;
/** SPF has it, or may have it: nothing to be filed. */
const FILED: ReadonlySet<FilingState | null> = new Set<FilingState>(['sending', 'accepted', 'unknown', 'proven']);
const KIND = 'deadline';

const told = query<{ id: string }, { subject: string }>(
  'reminders.told',
  `SELECT id FROM notice WHERE kind = '${KIND}' AND subject = @subject`,
);
const tell = command<{ id: string; subject: string; at: number }>(
  'reminders.tell',
  `INSERT OR IGNORE INTO notice (id, kind, subject, told_at) VALUES (@id, '${KIND}', @subject, @at)`,
);

/** VAT deadlines within the next days with returns nobody has filed; whoever asks tells them, and they are not answered a second time. */
export function takeReminders(context: Context): Notice[] {
  const { db } = context;
  const today = context.today();
  const last = addDays(today, Math.max(...REMIND_DAYS));
  // The legal day may lie before the last one in time, when that moved over a weekend and holidays.
  const due = periodsDueBetween(addDays(today, -7), last).flatMap((period) => {
    const day: LocalDate = deadline(period).effective;
    const days = daysBetween(today, day);
    const step = REMIND_DAYS.find((each) => days <= each);
    return days < 0 || step === undefined ? [] : [{ key: periodKey(period), day, days, step }];
  });
  return due.flatMap(({ key, day, days, step }): Notice[] => {
    const subject = `${key}/${step}`;
    if (db.get(told, { subject })) return [];
    const open = rowsOf(context, [key]).filter(({ state, replaces, filedElsewhere }) => !replaces && !filedElsewhere && !FILED.has(state));
    if (open.length === 0) return [];
    const id = context.id();
    db.write((tx) => tx.run(tell, { id, subject, at: context.now() }));
    const clientName = open.length === 1 ? open[0]!.clientName : null;
    return [{ id, kind: KIND, count: open.length, documentId: null, label: null, clientName, deadline: { day, days, periodKey: key } }];
  });
}
