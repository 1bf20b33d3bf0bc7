import type { Handlers } from '#shared/contract/index.ts';
import type { Sync } from './sync.ts';

export function syncHandlers(sync: Sync): Handlers<'sync.status' | 'sync.start' | 'sync.cancel'> {
  return {
    'sync.status': () => sync.status(),
    'sync.start': ({ clientId }) => sync.start(clientId),
    'sync.cancel': () => sync.cancel(),
  };
}
