import type { App } from '#app/core/app.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { clientNumber } from './arguments.ts';

/** The id of the client named by `--client`; `undefined` without it. @throws GuichetError `identity.bad_ecb`, `cli.client` */
export async function clientIdOf(app: App, text: string | undefined): Promise<string | undefined> {
  const number = clientNumber(text);
  if (number === undefined) return undefined;
  const { clients } = await app.call('clients.list', {});
  const client = clients.find(({ enterpriseNumber }) => enterpriseNumber === number);
  if (!client) throw new GuichetError('cli.client', { params: { number } });
  return client.id;
}
