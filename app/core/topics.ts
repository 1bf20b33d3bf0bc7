import path from 'node:path';
import { createArchive } from '#app/archive/index.ts';
import { createAuditDesk } from '#app/audit/index.ts';
import { createBackup, settleRestored } from '#app/backup/index.ts';
import { classifierHandlers } from '#app/classifier/handlers.ts';
import { createSorting } from '#app/classifier/sorting.ts';
import { clientImportHandlers } from '#app/client-import/handlers.ts';
import { createClientImport } from '#app/client-import/import.ts';
import { createClients } from '#app/clients/clients.ts';
import { clientsHandlers } from '#app/clients/handlers.ts';
import { deskHandlers } from '#app/desk/handlers.ts';
import { seenWhenOpened } from '#app/desk/opening.ts';
import { createUndo } from '#app/desk/undo.ts';
import { createDocuments } from '#app/documents/documents.ts';
import { createDocumentFinder } from '#app/documents/finder.ts';
import { documentsHandlers } from '#app/documents/handlers.ts';
import { createMmfClient } from '#app/documents/mmf-client.ts';
import { createExports } from '#app/exports/exports.ts';
import { createFiling, type Filing } from '#app/filing/index.ts';
import { takeReminders } from '#app/filing/reminders.ts';
import { createIdentity } from '#app/identity/index.ts';
import { createLock, type Lock } from '#app/lock/index.ts';
import { passphraseJudge } from '#app/lock/passphrase-judge.ts';
import { unnamed } from '#app/lock/unnamed.ts';
import { mirrorHandlers } from '#app/mirror/handlers.ts';
import { createMirror } from '#app/mirror/mirror.ts';
import { overviewHandlers } from '#app/overview/handlers.ts';
import { statusOf } from '#app/overview/status.ts';
import { createPapers } from '#app/papers/index.ts';
import { createBlobStore } from '#app/platform/blobs/index.ts';
import type { Reader, Writer } from '#app/platform/db/index.ts';
import { createReading } from '#app/reading/index.ts';
import { recoveryHandlers } from '#app/recovery/index.ts';
import { createRetention } from '#app/retention/index.ts';
import { createIndexing } from '#app/search/indexing.ts';
import { createTextIndex } from '#app/search/text-index.ts';
import { settingsHandlers } from '#app/settings/handlers.ts';
import { quotaProfile } from '#app/settings/quota-profile.ts';
import { createSupport } from '#app/support/index.ts';
import { syncHandlers } from '#app/sync/handlers.ts';
import { LOOK_BACK_DAYS } from '#app/sync/limits.ts';
import { createSchedule } from '#app/sync/schedule.ts';
import { createSync, type Sync } from '#app/sync/sync.ts';
import { noteVersion } from '#app/updates/installed.ts';
import { updatesHandlers } from '#app/updates/standing.ts';
import { usersHandlers } from '#app/users/handlers.ts';
import { mayHandlers } from '#app/users/may.ts';
import type { UserStore } from '#app/users/users.ts';
import { createVatTables } from '#app/vat-tables/vat-tables.ts';
import { vaultTrail } from '#app/vault/index.ts';
import type { CoreMethod, Handlers } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Context } from './context.ts';
import { advanceSandbox, fillSandbox, setSandboxQuota } from './sandbox.ts';
import type { AccessTokens } from './tokens.ts';

/** The core's topics, joined. A method without a handler does not compile. */
export interface Topics {
  readonly handlers: Handlers<CoreMethod>;
  readonly sync: Sync;
  readonly filing: Filing;
  readonly tokens: AccessTokens;
  readonly lock: Lock;
  /** Work of the first moments that needs the network; what fails here fails again, visibly, where it is needed. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function createTopics(context: Context, users: UserStore): Promise<Topics> {
  const { config, db, search, settings, ports, keys, id, net, now } = context;
  const profile = quotaProfile(config, () => settings.get().quota);
  const identity = createIdentity(context);
  const { tokens } = identity;
  const blobs = createBlobStore(path.join(config.profileDir, 'archive'), keys, ports);
  await blobs.open();

  const lock = await createLock(context, users, passphraseJudge(context));
  const undo = createUndo(context);
  const clients = createClients({ db, id, today: context.today, language: () => settings.get().locale, lookBackDays: LOOK_BACK_DAYS });
  const belief = {
    read: (reader: Reader) => settings.note(reader, 'search.generation'),
    write: (tx: Writer, text: string) => settings.setNote(tx, 'search.generation', text),
  };
  const index = createTextIndex(db, search, belief, id);
  const finder = createDocumentFinder(context, { index, lookBackDays: LOOK_BACK_DAYS });
  const reading = createReading(context, { blobs, texts: index, undo, resolve: finder.resolveSelection });
  const indexing = createIndexing(context, { index, readText: reading.readText });
  const sorting = createSorting(context);
  const mmf = createMmfClient({ apiBase: config.apiBase, net, tokens, random: ports.random, now });
  const sync = createSync(context, { clients, tokens, mmf, blobs, profile });
  const schedule = createSchedule(context, sync, tokens);
  const mirror = createMirror(context, { blobs });
  const retention = createRetention(context, { blobs, forgetText: index.drop });
  const backup = createBackup(context, { erasedIn: retention.erasedIn });
  const archive = createArchive(context, { blobs, restorers: [mirror.restorer, backup.restorer], refetch: sync.fetch, indexing });
  const mend = (documentId: string): void => {
    archive
      .mend(documentId)
      .catch((error: unknown) =>
        ports.log.write('warn', 'archive.notMended', { code: error instanceof GuichetError ? error.code : 'internal' }),
      );
  };
  const documents = createDocuments(context, { blobs, clients, lookBackDays: LOOK_BACK_DAYS, refetch: mend });
  const exporting = createExports(context, { blobs, mend, resolve: (selection) => finder.resolveSelection(db, selection) });
  const filing = createFiling(context, {
    tokens,
    requestDocument: sync.requestDocument,
    searchClient: (clientId) => void sync.start(clientId ?? undefined, 'schedule'),
    readDocument: async (documentId) => (await documents.content(documentId, undefined, null)).bytes,
    createClient: (tx, client) => clients.save(tx, client).id,
  });
  const clientImport = createClientImport(context, clients);
  const vatTables = createVatTables(context, filing);
  const papers = createPapers(context, {
    clients,
    view: (id) => filing.handlers['vat.get']({ id }),
    xml: (id) => filing.handlers['vat.xml']({ id }),
  });
  const support = createSupport(context);
  const auditDesk = createAuditDesk(context, clients);
  const status = () => statusOf(context, clients, filing.queries);

  return {
    sync,
    filing,
    tokens,
    lock,
    handlers: {
      ...updatesHandlers(context),
      ...usersHandlers(context, users),
      ...vaultTrail(context),
      ...mayHandlers(context, users),
      ...lock.handlers,
      ...settingsHandlers(context, profile, (quota) => setSandboxQuota(context, quota)),
      ...clientImportHandlers(clientImport),
      ...clientsHandlers(context, clients, undo),
      ...identity.handlers,
      ...seenWhenOpened(context, documentsHandlers(documents, finder, sync.fetch)),
      ...deskHandlers(context, undo, finder.resolveSelection),
      ...unnamed(
        lock.isLocked,
        syncHandlers(context, { sync, schedule, clients, consents: identity.consents.list, reminders: () => takeReminders(context) }),
      ),
      ...reading.handlers,
      ...classifierHandlers(context),
      ...archive.handlers,
      ...backup.handlers,
      ...recoveryHandlers(context),
      ...retention.handlers,
      ...mirrorHandlers(context, mirror),
      ...exporting.handlers,
      ...filing.handlers,
      ...papers.handlers,
      ...vatTables.handlers,
      ...support.handlers,
      ...auditDesk.handlers,
      ...overviewHandlers(context, { clients, filing: filing.queries, tokens, lookBackDays: LOOK_BACK_DAYS, isBackupStale: backup.stale }),
      'sandbox.advance': async ({ days, hours }) => {
        await advanceSandbox(context, days, hours ?? 0);
        return status();
      },
    },
    start: async () => {
      noteVersion(context);
      const { 'vat.unqueue': unqueue, 'vat.cancelBatch': cancel } = filing.handlers;
      await settleRestored(context, { unqueue: (id, version) => unqueue({ id, version }), cancelBatch: async () => cancel({}) });
      indexing.wake();
      sorting.start();
      if (config.environment === 'sandbox' && config.controlBase !== undefined) await fillSandbox(context, clients, filing.importHistory);
      if (config.resume) {
        finder.warm();
        sync.resume();
        schedule.watch();
        archive.verification.watch();
        auditDesk.watch();
        backup.watch();
        retention.resume();
        filing.resume();
        mirror.resume();
        reading.start();
      }
    },
    close: async () => {
      await lock.close();
      clientImport.close();
      vatTables.close();
      schedule.stop();
      await identity.close();
      await sorting.close();
      // It waits for a reading under way, which ends at once when reading closes.
      const indexed = indexing.close();
      await reading.close();
      await indexed;
      await archive.close();
      await auditDesk.close();
      await backup.close();
      await retention.close();
      await mirror.close();
      await exporting.close();
      await sync.close();
      await filing.close();
      await blobs.close();
    },
  };
}
