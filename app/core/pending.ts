import type { CoreMethod, Handlers } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';

const PENDING = ['vat.portal', 'vat.seekReceipt', 'vat.signOff'] as const satisfies readonly CoreMethod[];

const refuse = (): never => {
  throw new GuichetError('internal');
};

/** Methods whose topic is being built; each leaves this list with its handler. */
export const pendingHandlers = Object.fromEntries(PENDING.map((method) => [method, refuse])) as unknown as Handlers<
  (typeof PENDING)[number]
>;
