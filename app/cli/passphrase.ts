import { PASSPHRASE_LEAST } from '#shared/contract/vault.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { readSecret } from './secret.ts';
import type { VerbContext } from './verb.ts';

type Asked = Pick<VerbContext, 'io' | 't'>;

async function ask({ io, t }: Asked, prompt: MessageKey): Promise<string> {
  const typed = await (io.secret ?? readSecret)(t(prompt));
  // Nothing on the input: it was read to its end, perhaps as a file named on the command line.
  if (typed === '') throw new GuichetError('vault.noPassphrase');
  return typed;
}

/** The passphrase of a profile that one holds: typed, or the next line of the input. @throws GuichetError `vault.noPassphrase` */
export const askPassphrase = (asked: Asked): Promise<string> => ask(asked, 'vault.cli.passphrase');

/** A new one; typed, it is asked for twice. @throws GuichetError `vault.noPassphrase`, `vault.short`, `vault.unlike` */
export async function newPassphrase(asked: Asked): Promise<string> {
  const typed = await ask(asked, 'vault.cli.newPassphrase');
  if (typed.length < PASSPHRASE_LEAST) throw new GuichetError('vault.short', { params: { least: PASSPHRASE_LEAST } });
  if (asked.io.isTyped && (await ask(asked, 'vault.cli.again')) !== typed) throw new GuichetError('vault.unlike');
  return typed;
}
