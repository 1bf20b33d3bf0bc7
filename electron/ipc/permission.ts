import { zMay } from '#shared/contract/users.ts';
import { fromErrorShape } from '#shared/domain/errors.ts';
import { isOpenWhileLocked } from '#shared/domain/lock-table.ts';
import { leastRoleOf } from '#shared/domain/roles.ts';
import type { Outcome } from './guard.ts';

type Handler = (input: unknown) => unknown;

/** What a core that is open may say instead of an answer: it is locked, or falls or rests at this moment. */
const NO_ANSWER = new Set(['lock.locked', 'core.stopped', 'input.invalid']);

/**
 * Serves a method of the shell to those whose role is enough, while nothing is locked. The core knows both, so it is asked first, and writes a
 * refusal into its trail; what everybody may at any time is served at once. A core that cannot open its profile knows nobody and holds nothing: the handler itself
 * says then what may be done, which is to mend it.
 * @throws GuichetError `users.role`, `lock.locked`, `core.stopped`
 */
export function permitted(method: string, core: (method: string, input: unknown) => Promise<Outcome>, handler: Handler): Handler {
  return async (input) => {
    if (leastRoleOf(method, input) !== 'assistant' || !isOpenWhileLocked(method)) {
      const answer = await core('users.may', { method, input });
      if (answer.ok) {
        const { refusal } = zMay.parse(answer.value);
        if (refusal) throw fromErrorShape(refusal);
      } else if (NO_ANSWER.has(answer.error.code)) throw fromErrorShape(answer.error);
    }
    return handler(input);
  };
}
