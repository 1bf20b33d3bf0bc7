import type { AuditEntryView, AuditFault, AuditGroup } from '#shared/contract/audit.ts';
import type { ClientRow } from '#shared/contract/clients.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { Handlers, Topic } from '#shared/contract/index.ts';
import { brusselsDate } from '#shared/domain/local-date.ts';
import { idOf } from './random.ts';

type Method = 'audit.list' | 'audit.status' | 'audit.verify' | 'shell.exportAudit';

const KINDS: readonly (readonly [kind: string, group: AuditGroup, params: Readonly<Record<string, string | number>>])[] = [
  ['document.read', 'consultation', {}],
  ['api.mmf.content', 'api', {}],
  ['document.printed', 'consultation', { pages: 3 }],
  ['filing.accept', 'filing', { period: '2026-10' }],
  ['api.mmf.search', 'api', {}],
  ['user.switched', 'access', {}],
  ['document.saved', 'consultation', {}],
  ['user.refused', 'access', { name: 'Jan Voorbeeld', failures: 2 }],
  ['settings.changed', 'settings', { setting: 'approval', from: 'off', to: 'other' }],
  ['api.int.file', 'api', { code: 'net.lost' }],
  ['user.saved', 'people', { name: 'Lena Muster', role: 'assistant', active: 1 }],
  ['sync.searched', 'other', { documents: 12 }],
];
const TOTAL = 1_240;

export interface AuditWorld {
  readonly empty: boolean;
  /** `?trail=broken` */
  readonly broken: boolean;
  readonly now: () => number;
  readonly emit: (...topics: Topic[]) => void;
}

export function auditDouble(world: AuditWorld, clients: readonly ClientRow[], documents: readonly DocumentRow[]): Handlers<Method> {
  const entry = (index: number): AuditEntryView => {
    const [kind, group, params] = KINDS[index % KINDS.length]!;
    const isDocument = kind.startsWith('document.');
    const document = isDocument ? documents[(index * 7) % documents.length] : undefined;
    const isApi = group === 'api';
    const lost = 'code' in params;
    return {
      ...{ seq: TOTAL - index, id: idOf(8, index), kind, group, params: { ...params } },
      at: new Date(world.now() - index * 47 * 60_000).toISOString(),
      who: isApi || group === 'other' ? null : ['Marie Exemple', 'Jan Voorbeeld', 'Lena Muster'][index % 3]!,
      clientName: document?.clientName ?? (group === 'filing' ? (clients[index % clients.length]?.name ?? null) : null),
      subject: document?.label.fr ?? null,
      correlationId: isApi ? idOf(9, index) : null,
      status: isApi && !lost ? 200 : null,
      durationMs: isApi ? 120 + ((index * 37) % 900) : null,
      bytes: isApi && !lost ? 4_000 + ((index * 9_173) % 900_000) : null,
    };
  };
  let verifiedAt: number | null = world.empty ? null : world.now() - 3_600_000;
  const fault = (kind: AuditFault['kind'], index: number, count: number, until: string | null): AuditFault => {
    const { seq, id, at } = entry(index);
    return { kind, seq, count, id: kind === 'removed' ? null : id, at, until };
  };
  const faults = (): AuditFault[] => (world.broken ? [fault('changed', 300, 1, null), fault('removed', 120, 4, entry(118).at)] : []);
  const status = () => ({
    entries: world.empty ? 0 : TOTAL,
    firstAt: world.empty ? null : entry(TOTAL - 1).at,
    lastAt: world.empty ? null : entry(0).at,
    prunedUntil: world.empty ? null : '2024-10-31T23:00:00.000Z',
    keptMonths: 24,
    verification: { running: false, done: TOTAL, at: verifiedAt === null ? null : new Date(verifiedAt).toISOString(), faults: faults() },
  });
  return {
    'audit.status': status,
    'audit.verify': () => {
      verifiedAt = world.now();
      world.emit('activity');
      return status();
    },
    'audit.list': ({ before, limit, group, userId, clientId, from, until }) => ({
      entries: (world.empty ? [] : Array.from({ length: TOTAL }, (_, index) => entry(index)))
        .filter((one) => before === undefined || one.seq < before)
        .filter((one) => group === undefined || one.group === group)
        .filter(
          (one) => userId === undefined || one.who === ['Marie Exemple', 'Jan Voorbeeld', 'Lena Muster'][Number(userId.slice(-2)) - 1],
        )
        .filter((one) => clientId === undefined || one.clientName === clients.find(({ id }) => id === clientId)?.name)
        .filter(({ at }) => brusselsDate(Date.parse(at)) >= from && brusselsDate(Date.parse(at)) <= until)
        .slice(0, limit),
    }),
    'shell.exportAudit': () => ({ saved: true, entries: TOTAL, bytes: 182_000 }),
  };
}
