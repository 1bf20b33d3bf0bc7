import type { Client } from '#shared/contract/clients.ts';
import type { Handlers, Topic } from '#shared/contract/index.ts';
import type { DeletionItem, DeletionJob, PastHold, RetentionStatus } from '#shared/contract/retention.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { idOf } from './random.ts';

type Methods =
  | 'retention.status'
  | 'retention.hold'
  | 'retention.lift'
  | 'retention.propose'
  | 'retention.items'
  | 'retention.ofDocument'
  | 'retention.approve'
  | 'retention.reject'
  | 'shell.exportClient';

const LAW = 'CIR 92 art. 315, Code TVA art. 60 § 4 (loi du 20/11/2022)';
const PROPERTY = 'Code TVA art. 48 § 2 et 60, AR n° 3 art. 9 § 1 et 11';

/** Rules, a hold and a deletion that waits for its approval. */
export function retentionDouble(clients: readonly Client[], emit: (...topics: Topic[]) => void): Handlers<Methods> {
  const empty = clients.length === 0;
  const items: DeletionItem[] = Array.from({ length: 14 }, (_, index) => ({
    documentId: idOf(2, 900 + index),
    clientName: clients[index % Math.max(clients.length, 1)]?.name ?? '',
    label: { fr: 'Avertissement-extrait de rôle', nl: 'Aanslagbiljet', de: 'Steuerbescheid', en: 'Tax assessment' },
    group: 'assessment' as const,
    modifiedOn: localDate(`2015-${String(1 + (index % 12)).padStart(2, '0')}-14`),
    keptUntil: localDate('2026-01-01'),
    bytes: 118_000 + index * 900,
    state: 'listed' as const,
    reason: null,
    copies: index === 0 ? ['PEET/2015/Aanslagen/2015-01-14 Aanslagbiljet.pdf'] : [],
  }));
  let job: DeletionJob = {
    ...{ id: idOf(9, 1), state: 'proposed' as const, documents: items.length, bytes: items.reduce((sum, { bytes }) => sum + bytes, 0) },
    ...{ erased: 0, kept: 0, proposedBy: 'Lena Muster', proposedAt: '2026-11-20T10:12:00.000Z', decidedBy: null, decidedAt: null },
    mayApprove: true,
  };
  let past: PastHold[] = [];
  let status: RetentionStatus = {
    rules: [
      { group: null, years: 10, from: localDate('2022-01-01'), until: null, source: LAW },
      {
        group: null,
        years: 7,
        from: localDate('2006-01-01'),
        until: localDate('2021-12-31'),
        source: 'CIR 92 art. 315, Code TVA art. 60 § 4',
      },
      { group: 'vat', years: 15, from: localDate('1996-01-01'), until: null, source: PROPERTY },
      { group: 'declaration', years: 15, from: localDate('1996-01-01'), until: null, source: PROPERTY },
      {
        group: 'realEstate',
        years: 25,
        from: localDate('2018-10-01'),
        until: null,
        source: 'Code TVA art. 44 § 3, 2°, d) et 48 § 2 (loi du 14/10/2018)',
      },
      { group: 'realEstate', years: 15, from: localDate('1996-01-01'), until: localDate('2018-09-30'), source: PROPERTY },
    ],
    due: empty ? 0 : 14,
    nextOn: empty ? null : localDate('2027-01-01'),
    holds: empty
      ? []
      : [
          {
            ...{
              id: idOf(9, 2),
              clientId: clients[3]?.id ?? null,
              documentId: null,
              about: clients[3]?.name ?? '',
              reason: 'Contrôle TVA 2019',
            },
            ...{ placedBy: 'Jan Voorbeeld', placedAt: '2026-09-02T08:00:00.000Z' },
          },
        ],
    jobs: empty ? [] : [job],
  };
  const change = (next: Partial<RetentionStatus>): RetentionStatus => {
    status = { ...status, ...next };
    emit('retention');
    return status;
  };
  const decide = (next: Partial<DeletionJob>): RetentionStatus => {
    job = { ...job, ...next, mayApprove: false };
    return change({ jobs: [job], due: next.state === 'done' ? 0 : status.due });
  };
  return {
    'retention.status': () => status,
    'retention.items': () => ({ items }),
    'retention.propose': () => decide({ state: 'proposed' }),
    'retention.approve': () => decide({ state: 'done', erased: items.length }),
    'retention.reject': () => decide({ state: 'rejected' }),
    'retention.ofDocument': ({ documentId }) => ({
      holds: past.filter((hold) => hold.documentId === documentId).toReversed(),
      keptUntil: localDate('2037-01-01'),
    }),
    'retention.hold': ({ clientId, documentId, reason }) => {
      const id = idOf(9, 10 + past.length + status.holds.length);
      const placed = { placedBy: 'Marie Exemple', placedAt: '2026-11-23T08:15:00.000Z' };
      past.push({ id, clientId: clientId ?? null, documentId: documentId ?? null, reason, ...placed, liftedBy: null, liftedAt: null });
      return change({
        holds: [
          ...status.holds,
          {
            ...{ id, clientId: clientId ?? null, documentId: documentId ?? null, reason },
            ...{
              about: clients.find((client) => client.id === clientId)?.name ?? '',
              ...placed,
            },
          },
        ],
      });
    },
    'retention.lift': ({ id }) => {
      past = past.map((hold) => (hold.id === id ? { ...hold, liftedBy: 'Marie Exemple', liftedAt: '2026-11-23T08:20:00.000Z' } : hold));
      return change({ holds: status.holds.filter((hold) => hold.id !== id) });
    },
    'shell.exportClient': () => ({ saved: true, documents: 61, missing: 0, rows: 412, bytes: 8_200_000 }),
  };
}
