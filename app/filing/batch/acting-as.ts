import type { Context } from '#app/core/context.ts';
import type { User } from '#shared/contract/users.ts';

/**
 * The same core for one person's work in the background: its steps are theirs in the evidence, whoever uses the window meanwhile, and what
 * it announces is told to `announce`, which need not pass on every one of hundreds.
 */
export const actingAs = (context: Context, user: User, announce: () => void): Context => ({
  ...context,
  users: { ...context.users, current: () => user },
  events: { ...context.events, publish: announce },
});
