import { type CoreMethod, contract, type Handlers } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';

/** Handlers of a topic that is not built in yet: each answers with an error of its own. */
export function pendingHandlers<M extends CoreMethod>(prefixes: readonly string[]): Handlers<M> {
  const refuse = () => {
    throw new GuichetError('notBuilt');
  };
  const methods = Object.keys(contract).filter((method) => prefixes.some((prefix) => method.startsWith(`${prefix}.`)));
  return Object.fromEntries(methods.map((method) => [method, refuse])) as unknown as Handlers<M>;
}
