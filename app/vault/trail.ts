import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';

/**
 * Writes into the trail what a person did about the profile's key, who holds it now, and how often a secret was refused before: whoever tries at the gate
 * does so while there is no trail to write into.
 */
export const vaultTrail = ({ db, audit, users, events }: Pick<Context, 'db' | 'audit' | 'users' | 'events'>): Handlers<'vault.note'> => ({
  'vault.note': ({ event, holders, refused }) => {
    const userId = users.current().id;
    db.write((tx) => {
      if (refused > 0) audit.append(tx, { kind: 'vault.refused', userId, params: { count: refused }, shown: true });
      audit.append(tx, { kind: `vault.${event}`, userId, params: { holders: holders.join('_') }, shown: true });
    });
    events.publish('activity');
    return {};
  },
});
