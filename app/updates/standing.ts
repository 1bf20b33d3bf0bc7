import type { Context } from '#app/core/context.ts';
import { GUICHET_MIGRATIONS } from '#app/core/migrations.ts';
import { returns } from '#app/filing/return-repository.ts';
import type { Handlers } from '#shared/contract/index.ts';

/** A return in one of these must not meet a program that is being replaced: what becomes of it is still being written down. */
const ON_THE_WAY = ['queued', 'sending', 'unknown'] as const;

/** What decides whether and from where the program may be replaced. Without a vendor's feed there is none. */
export const updatesHandlers = ({
  config,
  db,
}: Pick<Context, 'config' | 'db'>): Pick<Handlers<'updates.standing'>, 'updates.standing'> => ({
  'updates.standing': () => ({
    source: config.vendor?.updates ?? null,
    filings: returns.inStates(db, ON_THE_WAY).length,
    schema: GUICHET_MIGRATIONS.map(({ name }) => name),
  }),
});
