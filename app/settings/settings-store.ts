import { type Command, command, type Database, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { zSettings } from '#shared/contract/settings.ts';

export interface SettingsStore {
  get(): Settings;
  set(change: Partial<Settings>): Settings;
  /** Small facts a topic keeps about itself; not shown to anyone. */
  note(reader: Reader, key: string): string | null;
  setNote(tx: Writer, key: string, value: string): void;
}

const DEFAULTS: Settings = {
  ...{ locale: 'fr', theme: 'auto', quota: 'off', adviceOff: [] },
  ...{ autoSync: true, keepInTray: true, startAtLogin: false, notify: true, approval: 'off', receiptDays: 3 },
  ...{ lockAfter: 0, lockWithSystem: false },
};

const find = query<{ value: string }, { key: string }>('settings.get', 'SELECT value FROM setting WHERE key = @key');
const put: Command<{ key: string; value: string }> = command(
  'settings.set',
  'INSERT INTO setting (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
);

/** @param fallback what the environment sets in place of the general defaults */
export function createSettingsStore(db: Database, fallback: Partial<Settings>): SettingsStore {
  const defaults = { ...DEFAULTS, ...fallback };
  // Asked for many times a second while a sync runs; another process of the profile may change it, so the row is read but parsed once.
  let last: { readonly text: string; readonly settings: Settings } | null = null;
  const read = (): Settings => {
    const text = db.get(find, { key: 'settings' })?.value ?? '{}';
    if (last?.text !== text) {
      const known = zSettings.partial().safeParse(JSON.parse(text));
      last = { text, settings: { ...defaults, ...(known.success ? known.data : {}) } as Settings };
    }
    return last.settings;
  };
  return {
    get: read,
    set: (change) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const next: Settings = { ...read(), ...given } as Settings;
      db.write((tx) => {
        tx.run(put, { key: 'settings', value: JSON.stringify(next) });
      });
      return next;
    },
    note: (reader, key) => reader.get(find, { key: `note.${key}` })?.value ?? null,
    setNote: (tx, key, value) => {
      tx.run(put, { key: `note.${key}`, value });
    },
  };
}
