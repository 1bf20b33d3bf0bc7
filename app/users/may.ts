import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import { createRoleGuard } from './role-guard.ts';
import type { UserStore } from './users.ts';

/**
 * The same judgement as for the core's own methods, for those that the main process serves. It answers whatever happens: what fails here
 * comes from a core that is not open.
 */
export function mayHandlers({ db, audit, events }: Pick<Context, 'db' | 'audit' | 'events'>, users: UserStore): Handlers<'users.may'> {
  const guard = createRoleGuard(db, users, audit);
  return {
    'users.may': ({ method, input }) => {
      try {
        guard(method, input);
        return { refusal: null };
      } catch (error) {
        events.publish('activity');
        return { refusal: toErrorShape(error) };
      }
    },
  };
}
