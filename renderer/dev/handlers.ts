import type { Handlers, Topic, WindowMethod } from '#shared/contract/index.ts';
import type { Settings, Status } from '#shared/contract/settings.ts';
import type { SyncSnapshot } from '#shared/contract/sync.ts';
import { parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';
import { archiveDouble } from './archive.ts';
import { auditDouble } from './audit.ts';
import { backupDouble } from './backup.ts';
import { clientImportDouble } from './client-import.ts';
import { makeClients } from './clients.ts';
import { contentOf } from './content.ts';
import { desk } from './desk.ts';
import { makeDocuments } from './documents.ts';
import { identityDouble } from './identity.ts';
import { lockDouble } from './lock.ts';
import { overview } from './overview.ts';
import { idOf, numberOf } from './random.ts';
import { makeReading } from './reading.ts';
import { retentionDouble } from './retention.ts';
import { supportDouble } from './support.ts';
import { updatesDouble } from './updates.ts';
import { makeUsers } from './users.ts';
import { makeVat } from './vat.ts';
import { vatHelpDouble } from './vat-help.ts';
import { vatPapersDouble } from './vat-papers.ts';
import { vatPathDouble } from './vat-path.ts';
import { vatTablesDouble } from './vat-tables.ts';
import { vaultDouble } from './vault.ts';

export const isLocale = (text: string): text is Locale => LOCALES.some((locale) => locale === text);

export interface World {
  /** Somebody touched the trail outside the program. */
  readonly broken: boolean;
  readonly emit: (...topics: Topic[]) => void;
  readonly empty: boolean;
  readonly locale: Locale;
  readonly theme: 'light' | 'dark';
  readonly today: LocalDate;
  readonly after: (ms: number, callback: () => void) => void;
  /** Of the page's address: which gate or lock to show. */
  readonly params: URLSearchParams;
}

const BACKGROUND = {
  autoSync: true,
  keepInTray: false,
  startAtLogin: false,
  notify: true,
  approval: 'off' as const,
  receiptDays: 3,
  lockAfter: 0,
  lockWithSystem: false,
};

export function makeHandlers(world: World): Handlers<WindowMethod> {
  const { emit } = world;
  let { today } = world;
  let settings: Settings = { locale: world.locale, theme: world.theme, quota: 'off', adviceOff: [], ...BACKGROUND };
  const clients = world.empty ? [] : makeClients(180);
  const documents = makeDocuments(clients, world.empty ? 0 : 9_400, today);
  const people = makeUsers(emit);
  let sync: SyncSnapshot = {
    state: 'idle',
    reason: null,
    until: null,
    total: { done: 0, total: 0, failed: 0 },
    bytes: 0,
    etaMs: null,
    clients: [],
    startedAt: null,
    lastSuccess: world.empty ? null : '2026-11-23T06:42:00.000Z',
    lastResult: world.empty ? null : { documents: 41, failed: 1, durationMs: 83_000 },
  };
  const vat = makeVat({
    clients,
    emit,
    today: () => today,
    user: () => people.current().name,
    settings: () => settings,
  });
  const status = (): Status => ({
    environment: 'sandbox',
    now: `${today}T08:15:00.000Z`,
    today,
    version: '0.1.0',
    firmName: world.empty ? null : 'Cabinet Exemple SRL',
    counts: {
      newDocuments: documents.filter((row) => row.work === 'new').length,
      unseen: documents.filter((row) => !row.seen && row.work !== 'done').length,
      vatToDo: vat.toDo(),
      urgent: documents.filter((row) => row.urgent).length,
    },
  });
  const find = (id: string) => {
    const row = documents.find((document) => document.id === id);
    if (!row) throw new GuichetError('documents.unknown');
    return row;
  };
  const step = (): void => {
    if (sync.state !== 'downloading') return;
    const done = sync.total.done + 37;
    const over = done >= sync.total.total;
    sync = over
      ? {
          ...sync,
          state: 'idle',
          total: { done: 0, total: 0, failed: 0 },
          lastResult: { documents: 600, failed: 0, durationMs: 18_000 },
          lastSuccess: `${today}T08:15:00.000Z`,
        }
      : { ...sync, total: { ...sync.total, done }, bytes: done * 120_000, etaMs: (sync.total.total - done) * 30 };
    emit('sync', ...(over ? (['documents', 'clients', 'activity'] as const) : []));
    world.after(400, step);
  };
  return {
    'app.status': status,
    'app.echo': (input) => input,
    'settings.get': () => settings,
    'settings.set': (input) => {
      settings = { ...settings, ...(input as Partial<Settings>) };
      emit('settings');
      return settings;
    },
    'sandbox.advance': ({ days }) => {
      today = addDays(today, days);
      vat.receive();
      emit('status', 'vat', 'documents');
      return status();
    },
    ...people.handlers,
    'clients.list': () => ({ clients }),
    'clients.save': (input) => {
      const enterpriseNumber = parseEnterpriseNumber(input.enterpriseNumber);
      if (!enterpriseNumber) throw new GuichetError('clients.number');
      const before = clients.find((client) => client.id === input.id);
      const client = {
        ...(before ?? makeClients(2)[1]!),
        ...input,
        id: input.id ?? idOf(1, clients.length),
        enterpriseNumber,
        version: (input.version ?? 0) + 1,
        isFirm: false,
        archived: false,
      } as (typeof clients)[number];
      const index = clients.findIndex((one) => one.id === client.id);
      if (index >= 0) clients[index] = client;
      else clients.push(client);
      emit('clients');
      return client;
    },
    ...identityDouble(world, () => today),
    'documents.facets': () => {
      const count = <K extends string>(key: (row: (typeof documents)[number]) => K): [K, number][] => {
        const counts = new Map<K, number>();
        for (const row of documents) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
        return [...counts].sort(([a], [b]) => (a < b ? 1 : -1));
      };
      const work = Object.fromEntries(count((row) => row.work)) as Partial<Record<'new' | 'todo' | 'done', number>>;
      return {
        groups: count((row) => row.group).map(([group, n]) => ({ group, count: n })),
        months: count((row) => row.modifiedOn.slice(0, 7)).map(([month, n]) => ({ month, count: n })),
        archive: count((row) => row.archive).map(([state, n]) => ({ state, count: n })),
        work: { new: work.new ?? 0, todo: work.todo ?? 0, done: work.done ?? 0 },
        unseen: documents.filter((row) => !row.seen).length,
        unseenWork: {
          new: documents.filter((row) => !row.seen && row.work === 'new').length,
          todo: documents.filter((row) => !row.seen && row.work === 'todo').length,
          done: documents.filter((row) => !row.seen && row.work === 'done').length,
        },
        dueSoon: documents.filter((row) => row.dueOn !== null && row.work !== 'done' && row.dueOn <= addDays(today, 2)).length,
        assignees: count((row) => row.assigneeId ?? '').map(([id, n]) => ({ assigneeId: id === '' ? null : id, count: n })),
        tags: [...new Set(documents.flatMap((row) => row.tags))].map((tag) => ({
          tag,
          count: documents.filter((row) => row.tags.includes(tag)).length,
        })),
      };
    },
    'documents.get': ({ id }) => {
      const row = find(id);
      const stored = row.archive === 'stored';
      return {
        ...row,
        until: row.archive === 'waiting' ? `${today}T13:32:00.000Z` : null,
        note: '',
        contents: stored
          ? [
              { sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', day: 0 },
              { sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', day: -9 },
            ].map(({ sha256, day }) => ({
              sha256,
              storedAt: `${addDays(today, day)}T06:41:12.000Z`,
              modifiedOn: addDays(row.modifiedOn, day),
              size: row.size ?? 0,
            }))
          : [],
        sha256: stored ? '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' : null,
        storedAt: stored ? '2026-11-23T06:41:12.000Z' : null,
        fileName: `${row.modifiedOn} ${row.label.fr.trim()}.pdf`,
        contexts: [{ type: 'CBE' as const, enterpriseNumber: numberOf(1) }],
        metadata: [
          { name: 'Mimetype', values: [row.mimeType ?? 'application/pdf'] },
          { name: 'Référence externe', values: ['2026/004512/A'] },
        ],
        history: [{ at: '2026-11-23T06:41:12.000Z', what: 'document.stored', who: null, params: {} }],
      };
    },
    'documents.content': ({ id }) => {
      const row = find(id);
      return { bytes: contentOf(row.mimeType, row.label.fr, documents.indexOf(row)), mimeType: row.mimeType ?? '', fileName: 'x' };
    },
    'documents.shown': () => ({}),
    'documents.printed': () => ({}),
    'shell.showInFolder': () => ({}),
    'documents.fetch': () => ({}),
    'shell.openDocument': () => ({}),
    'shell.saveDocument': () => ({ saved: true }),
    'shell.saveXml': () => ({ saved: true }),
    'sync.status': () => sync,
    'sync.start': () => {
      sync = {
        ...sync,
        state: 'downloading',
        total: { done: 0, total: 600, failed: 0 },
        startedAt: `${today}T08:15:00.000Z`,
        clients: clients
          .slice(0, 5)
          .map((client) => ({ clientId: client.id, name: client.name, progress: { done: 0, total: 120, failed: 0 } })),
      };
      emit('sync');
      world.after(400, step);
      return sync;
    },
    'sync.cancel': () => {
      sync = { ...sync, state: 'paused' };
      emit('sync');
      return sync;
    },
    ...makeReading(find, emit),
    ...clientImportDouble(clients, emit),
    ...archiveDouble(world.empty, emit, world.after),
    ...backupDouble(world.empty, emit, world.after),
    ...retentionDouble(clients, emit),
    ...desk(world, () => today, documents),
    ...vat.handlers,
    ...vatHelpDouble(vat, emit),
    ...vatPathDouble(vat, world, () => today),
    ...vatPapersDouble(),
    ...vatTablesDouble(clients, vat),
    ...supportDouble(),
    ...updatesDouble(world.empty, world.after),
    ...vaultDouble(world.params, emit, world.after),
    ...lockDouble(world.params, emit),
    ...overview(world, () => today, clients, documents),
    ...auditDouble({ ...world, now: () => Date.parse(`${today}T08:15:00Z`) }, clients, documents),
  };
}
