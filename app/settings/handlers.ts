import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { QuotaProfile, Settings } from '#shared/contract/settings.ts';
import { GuichetError } from '#shared/domain/errors.ts';

/** Settings on which others rely; how one's own screen looks is nobody's news. */
const WEIGHTY: ReadonlySet<keyof Settings> = new Set([
  'approval',
  'receiptDays',
  'adviceOff',
  'autoSync',
  'quota',
  'lockAfter',
  'lockWithSystem',
]);
const told = (value: Settings[keyof Settings]): string => (Array.isArray(value) ? value.join(' ') : String(value));

export function settingsHandlers(
  { config, db, settings, audit, users, events }: Context,
  profile: () => QuotaProfile,
  setServerQuota: (quota: QuotaProfile) => Promise<void>,
): Handlers<'settings.get' | 'settings.set'> {
  const shown = (): Settings => ({ ...settings.get(), quota: profile() });
  return {
    'settings.get': shown,
    'settings.set': async (change) => {
      if (change.quota !== undefined && config.environment !== 'sandbox') throw new GuichetError('settings.quotaFixed');
      // The simulator first: were it stricter than the application, the application would earn its refusals.
      if (change.quota !== undefined) await setServerQuota(change.quota);
      const before = settings.get();
      settings.set(change as Partial<Settings>);
      const changed = (Object.keys(change) as (keyof Settings)[]).filter((name) => told(before[name]) !== told(settings.get()[name]));
      db.write((tx) => {
        for (const setting of changed) {
          const params = { setting, from: told(before[setting]), to: told(settings.get()[setting]) };
          audit.append(tx, { kind: 'settings.changed', userId: users.current().id, params, shown: WEIGHTY.has(setting) });
        }
      });
      events.publish('settings');
      if (changed.length > 0) events.publish('activity');
      return shown();
    },
  };
}
