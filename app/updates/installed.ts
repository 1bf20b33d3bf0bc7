import type { Context } from '#app/core/context.ts';
import type { Reader } from '#app/platform/db/index.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import { compareVersions, VERSION } from './versions.ts';

const NOTE = 'updates.version';

/**
 * Writes into the trail that a newer version opened the profile, at its first start; whoever put it there, the program itself or a package
 * of the system. A profile's first version is only remembered. An older version, as a command line that was left behind, changes nothing.
 */
export function noteVersion({ config, db, settings, audit, ports }: Pick<Context, 'config' | 'db' | 'settings' | 'audit' | 'ports'>): void {
  const to = config.version;
  if (!VERSION.test(to)) return;
  const before = (reader: Reader): string | null => settings.note(reader, NOTE);
  const isNews = (from: string | null): boolean => from === null || !VERSION.test(from) || compareVersions(to, from) > 0;
  if (!isNews(before(db))) return;
  try {
    db.write((tx) => {
      // Another process of the profile may have been first.
      const from = before(tx);
      if (!isNews(from)) return;
      settings.setNote(tx, NOTE, to);
      if (from !== null) audit.append(tx, { kind: 'update.installed', params: { from, to }, shown: true });
    });
  } catch (error) {
    // Nothing else of a start depends on it, and the next one tries again.
    ports.log.write('warn', 'updates.notNoted', { code: toErrorShape(error).code });
  }
}
