import type { ClientRow } from '#shared/contract/clients.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { Task } from '#shared/contract/overview.ts';
import { cents } from '#shared/domain/cents.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import { idOf } from './random.ts';

export function overview(
  world: { readonly empty: boolean },
  today: () => LocalDate,
  clients: readonly ClientRow[],
  documents: readonly DocumentRow[],
): Pick<Handlers<'today.get' | 'calendar.list' | 'activity.list'>, 'today.get' | 'calendar.list' | 'activity.list'> {
  const client = (index: number): ClientRow => clients[index] as ClientRow;
  const task = (kind: Task['kind'], index: number, more: Partial<Task> = {}): Task => ({
    kind,
    count: 1,
    clientId: client(index).id,
    clientName: client(index).name,
    targetId: null,
    label: null,
    periodKey: null,
    due: null,
    amount: null,
    ...more,
  });
  return {
    'today.get': () => {
      if (world.empty) return { tasks: [], counts: [], returns: [], documents: [] };
      const count = (kind: Task['kind'], number: number) => ({ kind, count: number });
      const demand = documents.find((row) => row.urgent) as DocumentRow;
      return {
        tasks: [
          task('demand', 3, { clientName: demand.clientName, targetId: demand.id, label: demand.label, due: addDays(today(), 1) }),
          task('unknownFiling', 2, { periodKey: '2026-10', targetId: idOf(6, 2), amount: cents(289800) }),
          task('refusedFiling', 5, { periodKey: '2026-10', targetId: idOf(6, 5) }),
          task('returnDue', 6, { periodKey: '2026-Q3', due: addDays(today(), 2), amount: cents(-120055) }),
          task('readyToFile', 7, { periodKey: '2026-10', targetId: idOf(6, 7), due: addDays(today(), 2), amount: cents(1289800) }),
          task('payment', 8, { periodKey: '2026-10', due: addDays(today(), 3), amount: cents(89800) }),
          task('receiptMissing', 9, { periodKey: '2026-10', targetId: idOf(6, 9), due: addDays(today(), -1) }),
          { ...task('consent', 0), clientName: null, due: addDays(today(), 5) },
          task('leaving', 10, { targetId: documents[5]?.id ?? null, label: documents[5]?.label ?? null, due: addDays(today(), 4) }),
        ],
        counts: [count('demand', 1), count('returnDue', 23)],
        returns: ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].map((month, index) => ({
          month,
          proven: 80 - index * 12,
          filed: index * 2,
          open: Math.max(0, index - 2) * 14,
        })),
        documents: Array.from({ length: 8 }, (_, week) =>
          (['recovery', 'payment', 'receipt', 'assessment'] as const).map((group, index) => ({
            week: addDays(today(), -7 * (8 - week)),
            group,
            count: 3 + ((week * 7 + index * 5) % 17),
          })),
        ).flat(),
      };
    },
    'calendar.list': ({ from, until }) => {
      const periods = ['2026-09', '2026-10', '2026-11', '2026-12'].map((key) => ({
        key,
        period: { year: 2026, month: Number(key.slice(5)) } as const,
      }));
      const quarters = [3, 4].map((quarter) => ({ key: `2026-Q${quarter}`, period: { year: 2026, quarter } as const }));
      return {
        days: [...periods, ...quarters]
          .map(({ key, period }) => {
            const { legal, effective, payBy } = deadline(period);
            return {
              date: effective,
              periodKey: key,
              legal,
              payBy,
              returns: world.empty ? 0 : key.includes('Q') ? 108 : 71,
              filed: key < '2026-10' ? 0 : 30,
              proven: key < '2026-10' ? 71 : 12,
            };
          })
          .filter(({ date }) => date >= from && date <= until)
          .sort((a, b) => (a.date < b.date ? -1 : 1)),
      };
    },
    'activity.list': ({ before, limit }) => ({
      rows:
        before || world.empty
          ? []
          : [
              { kind: 'sync.finished', who: 'Marie Exemple', clientName: null, params: { documents: 41, failed: 1 } },
              { kind: 'filing.accepted', who: 'Jan Voorbeeld', clientName: client(3).name, params: { period: '2026-10' } },
              { kind: 'consent.granted', who: 'Marie Exemple', clientName: client(0).name, params: {} },
              { kind: 'something.new', who: null, clientName: null, params: {} },
            ]
              .slice(0, limit)
              .map((row, index) => ({ id: idOf(8, index), at: `${addDays(today(), -index)}T07:5${index}:00.000Z`, ...row })),
    }),
  };
}
