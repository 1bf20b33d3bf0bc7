import type { App } from '#app/core/app.ts';
import { fromErrorShape, GuichetError } from '#shared/domain/errors.ts';

/** @throws GuichetError `identity.not_connected`, or why the last consent does not work any more */
export async function assertConnected(app: App): Promise<void> {
  const { consents } = await app.call('identity.list', {});
  if (consents.some(({ state }) => state === 'active')) return;
  const ended = consents.find(({ error }) => error !== null)?.error;
  throw ended ? fromErrorShape(ended) : new GuichetError('identity.not_connected', { action: 'connect' });
}
