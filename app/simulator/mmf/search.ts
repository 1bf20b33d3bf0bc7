import { addDays, isLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { Grant } from '../auth/tokens.ts';
import { lastSync } from '../clock.ts';
import type { Owner, SimDocument } from '../documents.ts';
import { type Answer, type Call, empty, json } from '../exchange.ts';
import type { FaultKind } from '../faults.ts';
import type { Issue } from '../problems.ts';
import type { World } from '../world.ts';
import { badRequest, enter, isAnswer, isIssue, meter, ownerPair, sameOwner } from './gate.ts';
import { item } from './item.ts';
import { LOOK_BACK_DAYS } from './paths.ts';

interface Parameters {
  readonly since: LocalDate;
  readonly until: LocalDate | undefined;
  readonly owner: Owner | undefined;
}

/** Search. Order of checks: correlation header, token, scope, parameters, quota, then mandates decide what is seen. */
export function search(world: World, call: Call, fault?: FaultKind): Answer {
  const grant = enter(world, call);
  if (isAnswer(grant)) return grant;
  const parameters = readParameters(call.query, world.clock.today());
  if ('in' in parameters) return badRequest(world, parameters);
  const over = meter(world, 'search', grant.actor.identifier);
  if (over) return over;
  const items = find(world, grant, parameters).map((document) => item(document, world.origin, world.profile));
  if (fault === 'bareArray') return json(200, items);
  if (items.length === 0 && world.profile === 'observed') return empty(204);
  return json(200, { items, total: items.length, lastSyncDate: new Date(lastSync(world.clock.now())).toISOString() });
}

/** Without an owner: one's own and those of all mandators. A missing mandate hides, it does not refuse. */
function find(world: World, grant: Grant, { since, until, owner }: Parameters): SimDocument[] {
  const now = world.clock.now();
  const found: SimDocument[] = [];
  for (const document of world.documents.all()) {
    if (document.modifiedOn < since || (until && document.modifiedOn > until) || document.visibleFrom > now) continue;
    if (owner && !sameOwner(owner, document.owner)) continue;
    if (world.mandates.opens(grant.actor, document.owner, document.family)) found.push(document);
  }
  return found;
}

function readParameters(query: URLSearchParams, today: LocalDate): Parameters | Issue {
  const since = query.get('since');
  const until = query.get('until');
  if (since === null) return { in: 'query', name: 'since', detail: 'is required' };
  if (!isLocalDate(since)) return { in: 'query', name: 'since', detail: 'must be a date YYYY-MM-DD' };
  if (since < addDays(today, -LOOK_BACK_DAYS)) return { in: 'query', name: 'since', detail: `must be within ${LOOK_BACK_DAYS} days` };
  if (until !== null && !isLocalDate(until)) return { in: 'query', name: 'until', detail: 'must be a date YYYY-MM-DD' };
  if (until !== null && until < since) return { in: 'query', name: 'until', detail: 'must not be before since' };
  const owner = ownerPair(query);
  if (isIssue(owner)) return owner;
  return { since, until: until ?? undefined, owner };
}
