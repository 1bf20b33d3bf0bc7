import type { AppConfig } from '#app/core/config.ts';
import type { QuotaProfile } from '#shared/contract/settings.ts';
import { GuichetError } from '#shared/domain/errors.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const isLoopback = (origin: string): boolean => LOOPBACK.has(new URL(origin).hostname);

/** What an environment is held to; the sandbox chooses for itself. */
const OF_ENVIRONMENT = { sandbox: null, acceptance: 'acc', production: 'prd' } as const;

/**
 * The quota in force, asked anew at each use.
 * @throws GuichetError `sync.quotaOff` when the configuration asks for none against a server that is not this machine
 */
export function quotaProfile(config: AppConfig, chosen: () => QuotaProfile): () => QuotaProfile {
  if (config.quota === 'off' && !isLoopback(config.apiBase)) throw new GuichetError('sync.quotaOff');
  const fixed = config.quota ?? OF_ENVIRONMENT[config.environment];
  if (fixed) return () => fixed;
  return () => (isLoopback(config.apiBase) ? chosen() : 'prd');
}
