import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import type { FilingQueries } from '#app/core/filing-queries.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { activityOf } from './activity.ts';
import { calendarOf } from './calendar.ts';
import { statusOf } from './status.ts';
import { todayOf } from './today.ts';

interface OverviewDeps {
  readonly clients: Clients;
  readonly filing: FilingQueries;
  readonly tokens: AccessTokens;
  readonly lookBackDays: number;
  readonly isBackupStale: () => boolean;
}

export function overviewHandlers(
  context: Context,
  { clients, filing, tokens, lookBackDays, isBackupStale }: OverviewDeps,
): Handlers<'app.status' | 'app.echo' | 'today.get' | 'calendar.list' | 'activity.list'> {
  return {
    'app.status': () => statusOf(context, clients, filing),
    'app.echo': ({ text }) => ({ text }),
    'today.get': () => todayOf(context, filing, tokens, lookBackDays, isBackupStale),
    'calendar.list': ({ from, until }) => calendarOf(filing, from as LocalDate, until as LocalDate),
    'activity.list': (input) => activityOf(context, clients, input),
  };
}
