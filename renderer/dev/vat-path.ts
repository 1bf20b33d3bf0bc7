import type { Handlers, Topic } from '#shared/contract/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { Batch, BatchAction, Correction } from '#shared/contract/vat-path.ts';
import { cents } from '#shared/domain/cents.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import type { FilingEvent } from '#shared/vat/filing-states.ts';
import { idOf } from './random.ts';
import type { Entry, VatDouble } from './vat.ts';

type Methods =
  | 'vat.queue'
  | 'vat.unqueue'
  | 'vat.portal'
  | 'vat.takeOver'
  | 'vat.replaceElsewhere'
  | 'vat.replace'
  | 'vat.corrections'
  | 'vat.addCorrection'
  | 'vat.dropCorrection'
  | 'vat.applyCorrections'
  | 'vat.seekReceipt'
  | 'vat.batch'
  | 'vat.batchStatus'
  | 'vat.cancelBatch'
  | 'vat.signOff'
  | 'vat.again'
  | 'vat.discard'
  | 'vat.restore';

interface World {
  readonly empty: boolean;
  readonly emit: (...topics: Topic[]) => void;
  readonly after: (ms: number, callback: () => void) => void;
}

const OFF = {
  mode: 'off',
  preparedBy: 'Marie Exemple',
  changedAt: '2026-11-23T08:15:00.000Z',
  approvedBy: null,
  approvedAt: null,
  obstacle: null,
} as const;
const WHO = { who: 'Jan Voorbeeld', at: '2026-11-23T08:15:00.000Z' } as const;
const EVENTS: Readonly<Record<BatchAction, readonly FilingEvent[]>> = {
  prepare: [],
  nil: [],
  check: ['check'],
  approve: ['approve'],
  file: ['send', 'accept'],
};
const elsewhereOf = (entry: Entry, today: LocalDate): NonNullable<ReturnView['filedElsewhere']> => ({
  documentId: idOf(2, 1),
  receivedOn: addDays(today, -5),
  reference: `1-${entry.client.enterpriseNumber}-202610`,
  replacing: false,
  replaceable: entry.state === 'ready',
  differences: [
    { field: '59', sent: '2772.00', receipt: '2727.00' },
    { field: '71', sent: '2898.00', receipt: '2943.00' },
  ],
});
/** What a return of the double shows of its path, by the place it has among those of its state. */
function seed(entry: Entry, place: number, today: LocalDate): Partial<ReturnView> {
  const other = { ...OFF, mode: 'other' as const };
  const approved = { ...other, approvedBy: 'Jan Voorbeeld', approvedAt: '2026-11-21T10:02:00.000Z' };
  switch (entry.state) {
    case 'draft':
      return place === 1 ? { correctionsWaiting: 2 } : {};
    case 'approved':
      return place === 1 ? { approval: approved, filedElsewhere: elsewhereOf(entry, today) } : { approval: approved };
    case 'ready':
      if (place === 2) return { approval: OFF, filedElsewhere: elsewhereOf(entry, today) };
      return place % 2 === 1 ? { approval: { ...other, obstacle: 'vat.approvalOther' } } : { approval: OFF };
    case 'queued':
      return {
        approval: approved,
        queue: {
          since: '2026-11-23T07:40:00.000Z',
          nextTry: place % 2 ? null : '2026-11-23T08:21:00.000Z',
          reason: place % 2 ? 'identity.not_connected' : 'filing.unavailable',
        },
      };
    case 'unknown':
      return place % 2 ? { approval: approved, allowed: ['release', 'portal'] } : { approval: approved };
    case 'accepted':
      return { approval: approved, replaceable: place % 2 === 0 };
    case 'proven':
      if (place === 1)
        return {
          approval: approved,
          receiptDifferences: [
            { field: '59', sent: '2.772,00', receipt: '2.727,00' },
            { field: '71', sent: '2.898,00', receipt: '2.943,00' },
          ],
        };
      if (place === 2) return { portal: { ...WHO, reason: 'Réseau en panne le dernier jour.', fileName: 'accuse-intervat.pdf' } };
      return { approval: approved, replaceable: place % 3 === 0, signOff: { who: 'Mme Client', on: addDays(today, -4), fileName: null } };
    default:
      return { approval: approved };
  }
}

export function vatPathDouble(vat: VatDouble, { emit, after }: World, today: () => LocalDate): Handlers<Methods> {
  const places: Record<string, number> = {};
  for (const entry of vat.entries) {
    const place = places[entry.state] ?? 0;
    places[entry.state] = place + 1;
    entry.extra = { ...entry.extra, ...seed(entry, place, today()) };
  }
  const correcting = vat.entries.filter((entry) => entry.state === 'draft')[1];
  let corrections: Correction[] = correcting
    ? (
        [
          ['54', 21_000, 'Facture 2026/118 oubliée'],
          ['83', -8_000, 'Achat compté deux fois'],
        ] as const
      ).map(([grid, amount, reason], index) => ({
        id: idOf(11, index + 1),
        clientId: correcting.client.id,
        fromPeriodKey: correcting.client.regime === 'month' ? '2026-08' : '2026-Q2',
        grid,
        amount: cents(amount),
        reason,
        appliedIn: null,
      }))
    : [];
  const of = (clientId: string) => ({ corrections: corrections.filter((one) => one.clientId === clientId) });
  const change = (id: string, event: FilingEvent, extra: Partial<ReturnView>): ReturnView => {
    const entry = vat.move(id, event);
    entry.extra = { ...entry.extra, ...extra };
    return vat.view(entry);
  };
  /** Kept in its place in this double; the board leaves it out no more than that. */
  const setAside = (id: string, discarded: boolean): ReturnView => {
    const entry = vat.find(id);
    entry.extra = { ...entry.extra, discarded, discardable: !discarded };
    emit('vat', 'activity');
    return vat.view(entry);
  };
  let batch: Batch | null = null;
  const step = (): void => {
    if (batch?.state !== 'running') return;
    const at = batch.rows.findIndex((row) => row.outcome === 'waiting');
    const rows = batch.rows.map((row, index) => {
      if (index < at || index > at + 2 || row.outcome !== 'waiting') return row;
      if (index % 23 === 6)
        return { ...row, outcome: 'failed' as const, code: index % 2 ? 'filing.forbidden' : 'vat.blocked', params: { count: 2 } };
      const entry = vat.entries.find((one) => one.client.id === row.clientId && one.periodKey === row.periodKey);
      const events = EVENTS[batch?.action ?? 'check'];
      try {
        for (const event of events) if (entry) vat.move(entry.id, event);
        return { ...row, outcome: 'done' as const, returnId: entry?.id ?? null };
      } catch {
        return { ...row, outcome: 'skipped' as const, code: 'vat.not_now' };
      }
    });
    const over = rows.every((row) => row.outcome !== 'waiting');
    batch = { ...batch, rows, state: over ? 'finished' : 'running', finishedAt: over ? '2026-11-23T08:17:00.000Z' : null };
    emit('vat');
    after(250, step);
  };
  return {
    'vat.queue': ({ id }) =>
      change(id, 'queue', {
        queue: { since: '2026-11-23T08:15:00.000Z', nextTry: '2026-11-23T08:20:00.000Z', reason: 'filing.unavailable' },
      }),
    'vat.unqueue': ({ id }) => change(id, 'unqueue', { queue: null }),
    'vat.portal': ({ id, reason, fileName }) => change(id, 'portal', { portal: { ...WHO, reason, fileName } }),
    'vat.takeOver': ({ id }) => {
      const entry = vat.find(id);
      const reason = `Déposée ailleurs, reprise de l’accusé ${entry.extra.filedElsewhere?.reference}`;
      return change(id, 'portal', { filedElsewhere: null, portal: { ...WHO, reason, fileName: 'accuse.xml' } });
    },
    'vat.replaceElsewhere': ({ id }) => {
      const entry = vat.find(id);
      const { filedElsewhere } = entry.extra;
      if (filedElsewhere?.reference) entry.content = { ...entry.content, replaces: filedElsewhere.reference };
      return change(id, 'edit', filedElsewhere ? { filedElsewhere: { ...filedElsewhere, replacing: true } } : {});
    },
    'vat.again': ({ id }) => change(id, 'again', {}),
    'vat.discard': ({ id }) => setAside(id, true),
    'vat.restore': ({ id }) => setAside(id, false),
    'vat.replace': ({ id }) => {
      const former = vat.find(id);
      const entry = vat.add(former.client, former.periodKey, 'draft', {});
      entry.content = { ...former.content, replaces: '1234-5678-9012' };
      emit('vat');
      return vat.view(entry);
    },
    'vat.corrections': ({ clientId }) => of(clientId),
    'vat.addCorrection': (input) => {
      corrections = [...corrections, { ...input, id: idOf(11, corrections.length + 1), appliedIn: null }];
      emit('vat');
      return of(input.clientId);
    },
    'vat.dropCorrection': ({ id }) => {
      const gone = corrections.find((one) => one.id === id);
      corrections = corrections.filter((one) => one !== gone);
      emit('vat');
      return of(gone?.clientId ?? '');
    },
    'vat.applyCorrections': ({ id, ids }) => {
      const entry = vat.find(id);
      corrections = corrections.map((one) => (ids.includes(one.id) ? { ...one, appliedIn: id } : one));
      entry.version += 1;
      entry.extra = { ...entry.extra, correctionsWaiting: corrections.filter((one) => one.appliedIn === null).length };
      emit('vat');
      return vat.view(entry);
    },
    'vat.seekReceipt': ({ id }) => vat.view(vat.find(id)),
    'vat.batch': ({ action, targets }) => {
      if (batch?.state === 'running') throw new GuichetError('vat.batch.running');
      const named = (clientId: string): string => vat.nameOf(clientId);
      batch = {
        id: idOf(12, 1),
        action,
        state: 'running',
        startedAt: '2026-11-23T08:15:00.000Z',
        finishedAt: null,
        reason: null,
        rows: targets.map((target) => ({
          ...target,
          ...{ clientName: named(target.clientId), outcome: 'waiting' as const, code: null, params: {} },
          returnId: vat.entries.find((one) => one.client.id === target.clientId && one.periodKey === target.periodKey)?.id ?? null,
        })),
      };
      after(250, step);
      return batch;
    },
    'vat.batchStatus': () => ({ batch }),
    'vat.cancelBatch': () => {
      if (batch?.state === 'running') batch = { ...batch, state: 'cancelled', finishedAt: '2026-11-23T08:16:00.000Z' };
      emit('vat');
      return { batch };
    },
    'vat.signOff': ({ id, who, on, fileName }) => {
      const entry = vat.find(id);
      entry.extra = { ...entry.extra, signOff: { who, on, fileName: fileName ?? null } };
      emit('vat');
      return vat.view(entry);
    },
  };
}
