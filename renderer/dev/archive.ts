import type { ArchiveStatus } from '#shared/contract/archive.ts';
import type { Handlers, Topic } from '#shared/contract/index.ts';
import type { MirrorStatus } from '#shared/contract/mirror.ts';
import { MIRROR_DEFAULT } from '#shared/contract/mirror.ts';
import type { UnknownLabel } from '#shared/contract/reading.ts';
import type { Gap } from '#shared/contract/sync.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { idOf, numberOf } from './random.ts';

type Methods =
  | 'archive.status'
  | 'archive.verify'
  | 'archive.cancelVerify'
  | 'archive.reindex'
  | 'mirror.status'
  | 'mirror.set'
  | 'mirror.preview'
  | 'mirror.issues'
  | 'mirror.repair'
  | 'shell.chooseMirrorFolder'
  | 'shell.openMirrorFolder'
  | 'labels.unknown'
  | 'labels.assign'
  | 'sync.gaps'
  | 'sync.acknowledgeGap'
  | 'shell.openPortal';

const label = (fr: string, nl: string, de: string) => ({ fr, nl, de, en: fr });

/** The archive, the folders and the labels, as a firm of some years has them. */
export function archiveDouble(
  empty: boolean,
  emit: (...topics: Topic[]) => void,
  after: (ms: number, callback: () => void) => void,
): Handlers<Methods> {
  let archive: ArchiveStatus = {
    documents: empty ? 0 : 9_214,
    bytes: empty ? 0 : 1_204_000_000,
    verification: {
      running: false,
      done: 0,
      total: 0,
      finishedAt: empty ? null : '2026-11-21T12:04:00.000Z',
      problem: null,
      damaged: empty
        ? []
        : [
            {
              documentId: idOf(2, 1),
              label: 'Avis de paiement',
              clientName: 'Bakkerij Peeters BV',
              reason: 'document.damaged',
              restored: true,
            },
          ],
    },
    indexing: { running: false, done: 0, total: 0 },
  };
  let mirror: MirrorStatus = {
    ...{ enabled: !empty, folder: empty ? null : '/srv/cabinet/Documents SPF', template: MIRROR_DEFAULT, state: 'idle' as const },
    ...{ written: 9_201, waiting: 0, missing: 2, conflicts: 1, checkedAt: '2026-11-23T06:50:00.000Z', problem: null },
  };
  let labels: UnknownLabel[] = empty
    ? []
    : [
        {
          key: 'a',
          label: label(
            'Notification relative au registre des caisses',
            'Kennisgeving betreffende het kassaregister',
            'Mitteilung zum Kassenregister',
          ),
          documents: 12,
          group: null,
        },
        { key: 'b', label: label('Lettre d’information', 'Informatiebrief', 'Informationsschreiben'), documents: 3, group: 'control' },
      ];
  let gaps: Gap[] = empty
    ? []
    : [
        {
          ...{ id: idOf(7, 1), enterpriseNumber: numberOf(0), clientId: null, name: 'Cabinet Exemple SRL' },
          ...{ from: localDate('2026-08-03'), until: localDate('2026-08-09'), recordedAt: '2026-10-09T07:00:00.000Z' },
          ...{ acknowledgedAt: null, acknowledgedBy: null },
        },
      ];
  const step = (): void => {
    const { verification } = archive;
    if (!verification.running) return;
    const done = verification.done + 900;
    const over = done >= verification.total;
    archive = {
      ...archive,
      verification: { ...verification, running: !over, done, ...(over ? { finishedAt: '2026-11-23T08:15:00.000Z' } : {}) },
    };
    emit('archive');
    after(300, step);
  };
  return {
    'archive.status': () => archive,
    'archive.verify': () => {
      archive = { ...archive, verification: { ...archive.verification, running: true, done: 0, total: archive.documents } };
      after(300, step);
      return archive;
    },
    'archive.cancelVerify': () => {
      archive = { ...archive, verification: { ...archive.verification, running: false } };
      emit('archive');
      return archive;
    },
    'archive.reindex': () => archive,
    'mirror.status': () => mirror,
    'mirror.set': (change) => {
      mirror = {
        ...mirror,
        ...(change.enabled === undefined ? {} : { enabled: change.enabled }),
        ...(change.template ? { template: change.template } : {}),
      };
      emit('mirror');
      return mirror;
    },
    'mirror.preview': ({ template }) =>
      template.includes('{nom}')
        ? { problem: { code: 'mirror.template', params: { place: '{nom}' } }, samples: [] }
        : {
            problem: null,
            samples: ['DELC/2026/Recouvrement/2026-11-23 Sommation.pdf', 'PEET/2026/Betalingen/2026-11-22 Betaalbericht.pdf'].map(
              (path) => ({ label: path, path }),
            ),
          },
    'mirror.issues': () => ({
      issues: [
        {
          documentId: idOf(2, 2),
          label: 'Betaalbericht',
          path: 'PEET/2026/Betalingen/2026-10-02 Betaalbericht.pdf',
          problem: 'mirror.missing',
        },
      ],
    }),
    'mirror.repair': () => mirror,
    'shell.chooseMirrorFolder': () => {
      mirror = { ...mirror, folder: '/srv/cabinet/Documents SPF' };
      emit('mirror');
      return { chosen: true };
    },
    'shell.openMirrorFolder': () => ({}),
    'sync.gaps': () => ({ gaps }),
    'sync.acknowledgeGap': ({ id }) => {
      gaps = gaps.map((gap) =>
        gap.id === id ? { ...gap, acknowledgedAt: '2026-11-23T08:15:00.000Z', acknowledgedBy: 'Marie Exemple' } : gap,
      );
      return { gaps };
    },
    'shell.openPortal': () => ({}),
    'labels.unknown': () => ({ labels }),
    'labels.assign': ({ key, group }) => {
      labels = labels.map((one) => (one.key === key ? { ...one, group } : one));
      return { labels };
    },
  };
}
