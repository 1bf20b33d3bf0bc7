import type { Handlers, WindowMethod } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';

const PENDING = ['vatTable.read', 'vatTable.preview', 'vatTable.apply'] as const satisfies readonly WindowMethod[];

const refuse = (): never => {
  throw new GuichetError('internal');
};

/** Methods whose topic is being built; each leaves this list with its handler. */
export const pendingDouble = Object.fromEntries(PENDING.map((method) => [method, refuse])) as unknown as Handlers<(typeof PENDING)[number]>;
