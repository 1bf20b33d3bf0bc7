import type { Topic, WindowMethod } from '#shared/contract/index.ts';

/** Which answers a topic makes stale. */
const STALE: Readonly<Record<Topic, readonly WindowMethod[]>> = {
  status: ['app.status', 'today.get', 'sync.status'],
  vault: ['vault.status', 'lock.status', 'restore.status'],
  lock: ['lock.status'],
  settings: ['settings.get', 'app.status', 'vat.get'],
  users: ['users.list', 'lock.status', 'vat.get'],
  clients: ['clients.list', 'vat.board', 'vat.history', 'today.get', 'calendar.list', 'app.status'],
  identity: ['identity.list', 'identity.installation', 'today.get', 'app.status', 'sync.status'],
  documents: [
    ...[
      'documents.list',
      'documents.sections',
      'documents.facets',
      'documents.get',
      'reading.get',
      'reading.text',
      'labels.unknown',
      'retention.ofDocument',
    ],
    ...['clients.list', 'today.get', 'app.status', 'vat.get', 'archive.status'],
  ] as WindowMethod[],
  desk: ['desk.views'],
  reading: ['reading.get', 'reading.status', 'labels.unknown'],
  archive: ['archive.status'],
  // A new recovery code is told as the backup's.
  backup: ['backup.status', 'vault.status', 'today.get'],
  retention: ['retention.status', 'retention.items', 'retention.ofDocument'],
  mirror: ['mirror.status', 'mirror.preview', 'mirror.issues'],
  exports: ['exports.status'],
  sync: ['sync.status', 'sync.gaps'],
  vat: [
    ...['vat.board', 'vat.history', 'vat.get', 'vat.xml', 'vat.compare', 'vat.batchStatus', 'vat.corrections'],
    ...['today.get', 'calendar.list', 'app.status'],
  ] as WindowMethod[],
  activity: ['activity.list', 'audit.list', 'audit.status'],
};

export const staleMethods = (topics: Iterable<Topic>): ReadonlySet<WindowMethod> => new Set([...topics].flatMap((topic) => STALE[topic]));

/** Says of each event whether one was missed before it. The first event sets the start. */
export function gapDetector(): (sequence: number) => boolean {
  let last: number | null = null;
  return (sequence) => {
    const gap = last !== null && sequence !== last + 1;
    last = sequence;
    return gap;
  };
}
