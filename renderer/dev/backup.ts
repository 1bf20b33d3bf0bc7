import type { BackupStatus } from '#shared/contract/backup.ts';
import type { Handlers, Topic } from '#shared/contract/index.ts';

type Methods =
  | 'backup.status'
  | 'backup.set'
  | 'backup.run'
  | 'backup.verify'
  | 'backup.cancel'
  | 'recovery.begin'
  | 'recovery.confirm'
  | 'shell.chooseBackupFolder';

const generation = (at: string, kept: 'day' | 'week' | 'month', index: number): BackupStatus['generations'][number] => ({
  ...{ id: `${at}-${index}`, at, kept, documents: 9_214 - index * 61, bytes: 1_310_000_000 - index * 8_000_000 },
  added: index === 8 ? 1_210_000_000 : 96_000_000 - index * 3_000_000,
});
const DAYS = ['22T21', '21T20', '20T21', '19T19', '18T21', '17T20', '16T21'].map((at) => `2026-11-${at}:04:00.000Z`);

/** Backups of a firm that chose a share some months ago. */
export function backupDouble(
  empty: boolean,
  emit: (...topics: Topic[]) => void,
  after: (ms: number, callback: () => void) => void,
): Handlers<Methods> {
  let status: BackupStatus = {
    ...{ folder: empty ? null : '/srv/sauvegardes', enabled: !empty, hasCode: !empty, work: { kind: 'none', done: 0, total: 0 } },
    ...{ madeAt: empty ? null : DAYS[0]!, verifiedAt: empty ? null : '2026-11-22T21:31:00.000Z', verifiedOf: empty ? null : DAYS[0]! },
    ...{ contents: empty ? 0 : 500, problem: null, stale: false },
    generations: empty
      ? []
      : [
          ...DAYS.map((at, index) => generation(at, 'day', index)),
          generation('2026-11-15T20:58:00.000Z', 'week', 7),
          generation('2026-10-31T20:02:00.000Z', 'month', 8),
        ],
  };
  const change = (next: Partial<BackupStatus>): BackupStatus => {
    status = { ...status, ...next };
    emit('backup');
    return status;
  };
  const work = (kind: 'backup' | 'verify') => (): BackupStatus => {
    after(2_500, () => void change({ work: { kind: 'none', done: 0, total: 0 } }));
    return change({ work: { kind, done: 412_000_000, total: 1_310_000_000 } });
  };
  return {
    'backup.status': () => status,
    'backup.set': ({ enabled }) => change({ enabled }),
    'backup.run': work('backup'),
    'backup.verify': work('verify'),
    'backup.cancel': () => change({ work: { kind: 'none', done: 0, total: 0 } }),
    'recovery.begin': () => ({ code: '7K2M9-Q4DWA-0Z8HT-XP3C1-5RVBN-E6GJY-2S7KF-M4WQD' }),
    'recovery.confirm': () => {
      change({ hasCode: true });
      return {};
    },
    'shell.chooseBackupFolder': () => {
      change({ folder: '/srv/sauvegardes', enabled: true });
      return { chosen: true };
    },
  };
}
