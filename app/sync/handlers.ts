import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import type { Consent } from '#shared/contract/identity.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { Notice } from '#shared/contract/sync.ts';
import { acknowledgeGap, listGaps } from './gaps.ts';
import { takeNotices } from './notices.ts';
import type { Schedule } from './schedule.ts';
import { spfTimeOf } from './spf-time.ts';
import type { Sync } from './sync.ts';

export interface SyncHandlersDeps {
  readonly sync: Sync;
  readonly schedule: Schedule;
  readonly clients: Clients;
  readonly consents: () => readonly Consent[];
  /** Deadlines at hand, which filing knows. */
  readonly reminders: () => readonly Notice[];
}

type SyncMethod =
  | 'sync.status'
  | 'sync.start'
  | 'sync.cancel'
  | 'sync.gaps'
  | 'sync.acknowledgeGap'
  | 'sync.wake'
  | 'sync.notices'
  | 'documents.shown';

export function syncHandlers(context: Context, { sync, schedule, clients, consents, reminders }: SyncHandlersDeps): Handlers<SyncMethod> {
  const { db, events } = context;
  const { day } = spfTimeOf(context);
  return {
    'sync.status': () => sync.status(),
    'sync.start': ({ clientId }) => sync.start(clientId),
    'sync.cancel': () => sync.cancel(),
    'sync.gaps': () => ({ gaps: listGaps(db, clients) }),
    'sync.acknowledgeGap': ({ id }) => {
      acknowledgeGap(context, id);
      for (const topic of ['sync', 'status', 'activity'] as const) events.publish(topic);
      return { gaps: listGaps(db, clients) };
    },
    'sync.wake': async ({ cause }) => {
      if (cause !== 'timer') context.bus.emit('woken', { cause });
      return { started: await schedule.wake(cause) };
    },
    'sync.notices': () => ({ notices: [...takeNotices(context, { clients, consents, day }), ...reminders()] }),
    'documents.shown': ({ ids }) => {
      sync.show(ids);
      return {};
    },
  };
}
