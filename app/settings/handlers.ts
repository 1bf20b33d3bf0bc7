import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { QuotaProfile, Settings } from '#shared/contract/settings.ts';
import { GuichetError } from '#shared/domain/errors.ts';

export function settingsHandlers(
  { config, settings, events }: Context,
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
      settings.set(change as Partial<Settings>);
      events.publish('settings');
      return shown();
    },
  };
}
