import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';
import { assignGroup, unknownLabels } from './assignments.ts';

export function classifierHandlers({ db, audit, users, events, now }: Context): Handlers<'labels.unknown' | 'labels.assign'> {
  const labels = () => ({ labels: unknownLabels(db) });
  return {
    'labels.unknown': labels,
    'labels.assign': ({ key, group }) => {
      db.write((tx) => {
        const by = users.current().id;
        const documents = assignGroup(tx, { key, group, now: now(), by });
        const params = { label: unknownLabels(tx).find((each) => each.key === key)?.label.fr ?? key, group: group ?? 'other', documents };
        audit.append(tx, { kind: 'labels.assigned', userId: by, params, shown: true });
      });
      events.publish('documents');
      events.publish('activity');
      return labels();
    },
  };
}
