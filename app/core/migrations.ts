import { auditMigration } from '#app/audit/migration.ts';
import type { Migration } from '#app/platform/db/index.ts';
import { settingsMigration } from '#app/settings/migration.ts';
import { usersMigration } from '#app/users/migration.ts';

/** Steps of `guichet.db` in the order they are applied. Each topic owns its files; a released step is never changed, only followed. */
export const GUICHET_MIGRATIONS: readonly Migration[] = [settingsMigration, usersMigration, auditMigration];

/** Steps of `search.db`. */
export const SEARCH_MIGRATIONS: readonly Migration[] = [];
