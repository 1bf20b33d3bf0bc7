import { usersHandlers } from '#app/users/handlers.ts';
import type { UserStore } from '#app/users/users.ts';
import type { CoreMethod, Handlers } from '#shared/contract/index.ts';
import type { Context } from './context.ts';
import type { FilingQueries } from './filing-queries.ts';
import { pendingHandlers } from './pending.ts';
import type { AccessTokens } from './tokens.ts';

type Of<Prefix extends string> = Extract<CoreMethod, `${Prefix}.${string}`>;

/** What the identity topic gives: `createIdentity(context)`. */
export interface IdentityTopic {
  readonly handlers: Handlers<Of<'identity'>>;
  readonly tokens: AccessTokens;
  close(): Promise<void>;
}

/** What the filing topic gives: `createFiling(context, { tokens, requestDocument })`. */
export interface FilingTopic {
  readonly handlers: Handlers<Of<'vat'>>;
  readonly queries: FilingQueries;
  close(): Promise<void>;
}

/** The core's topics, joined. A method without a handler does not compile. */
export interface Topics {
  readonly handlers: Handlers<CoreMethod>;
  close(): Promise<void>;
}

export function createTopics(context: Context, users: UserStore): Topics {
  return {
    handlers: {
      ...usersHandlers(users, context.events),
      ...pendingHandlers<Exclude<CoreMethod, Of<'users'>>>([
        'app',
        'settings',
        'sandbox',
        'clients',
        'documents',
        'sync',
        'today',
        'calendar',
        'activity',
        'identity',
        'vat',
      ]),
    },
    close: async () => {},
  };
}
