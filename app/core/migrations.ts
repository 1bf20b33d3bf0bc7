import { archiveMigration } from '#app/archive/migration.ts';
import { auditChainMigration, auditMigration } from '#app/audit/migration.ts';
import { classifierMigration } from '#app/classifier/migration.ts';
import { clientCountsMigration, clientFoldersMigration, clientsMigration } from '#app/clients/migration.ts';
import { deskMigration } from '#app/desk/migration.ts';
import { deskColumnsMigration, documentsMigration } from '#app/documents/migration.ts';
import { documentChangesMigration, openDocumentsMigration } from '#app/documents/table/migration.ts';
import { filingMigrations } from '#app/filing/migrations.ts';
import { identityMigrations } from '#app/identity/migrations.ts';
import { mirrorMigration } from '#app/mirror/migration.ts';
import type { Migration } from '#app/platform/db/index.ts';
import { jobsIndexMigration, jobsMigration } from '#app/platform/jobs/migration.ts';
import { readingMigration } from '#app/reading/migration.ts';
import { retentionMigration } from '#app/retention/migration.ts';
import { fullTextMigration, searchMigration, staleIndexMigration } from '#app/search/migration.ts';
import { settingsMigration } from '#app/settings/migration.ts';
import { syncGapsMigration, syncMigration } from '#app/sync/migration.ts';
import { userPinMigration, usersMigration } from '#app/users/migration.ts';

/** Steps of `guichet.db` in the order they are applied. Each topic owns its files; a released step is never changed, only followed. */
export const GUICHET_MIGRATIONS: readonly Migration[] = [
  settingsMigration,
  usersMigration,
  auditMigration,
  ...identityMigrations,
  clientsMigration,
  documentsMigration,
  jobsMigration,
  syncMigration,
  ...filingMigrations,
  clientFoldersMigration,
  deskColumnsMigration,
  classifierMigration,
  readingMigration,
  deskMigration,
  clientCountsMigration,
  archiveMigration,
  syncGapsMigration,
  jobsIndexMigration,
  mirrorMigration,
  documentChangesMigration,
  staleIndexMigration,
  openDocumentsMigration,
  auditChainMigration,
  userPinMigration,
  retentionMigration,
];

/** Steps of `search.db`. */
export const SEARCH_MIGRATIONS: readonly Migration[] = [searchMigration, fullTextMigration];
