import { parseDuration } from '../clock.ts';
import { type Answer, type Call, json } from '../exchange.ts';
import { FAULT_KINDS, type FaultKind, ROUTES, type RouteId } from '../faults.ts';
import { QUOTA_MODES } from '../options.ts';
import { MANDATE_TYPES, type MandateType } from '../seed/doc-types.ts';
import { resetWorld, type World } from '../world.ts';
import { ownerOf } from './documents.ts';
import { BadInput, fields, list, number, oneOf, required, text } from './input.ts';

export const showClock = (world: World): Answer =>
  json(200, { now: new Date(world.clock.now()).toISOString(), offsetMs: world.clock.offsetMs });

/** POST `{now: ISO}` or `{advance: "P1D" | "PT10M" | milliseconds}`. */
export function moveClock(world: World, call: Call): Answer {
  const from = fields(call);
  const now = text(from, 'now');
  if (now !== undefined) {
    const instant = Date.parse(now);
    if (Number.isNaN(instant)) throw new BadInput('now must be an ISO instant');
    world.clock.set(instant);
  } else {
    const by = typeof from.advance === 'string' ? parseDuration(from.advance) : number(from, 'advance');
    if (by === null || by === undefined) throw new BadInput('now or advance (P1D, PT10M or milliseconds) is required');
    world.clock.advance(by);
  }
  world.touch();
  return showClock(world);
}

export const showQuota = (world: World): Answer => json(200, { quota: world.quota.mode });

/** POST `{quota: "acc" | "prd" | "off"}`; calls counted so far are forgotten. */
export function setQuota(world: World, call: Call): Answer {
  world.quota.mode = required(oneOf(fields(call), 'quota', QUOTA_MODES), 'quota');
  world.quota.clear();
  return showQuota(world);
}

export const showFaults = (world: World): Answer =>
  json(200, { items: world.faults.list(), routes: ROUTES, kinds: Object.keys(FAULT_KINDS) });

/** POST `{route, kind, count?, skip?, params?}`. */
export function addFault(world: World, call: Call): Answer {
  const from = fields(call);
  const route = required(oneOf<RouteId | '*'>(from, 'route', [...ROUTES, '*']), 'route');
  const kind = required(oneOf(from, 'kind', Object.keys(FAULT_KINDS) as FaultKind[]), 'kind');
  const params = from.params ?? {};
  if (typeof params !== 'object' || params === null || Object.values(params).some((value) => typeof value !== 'number')) {
    throw new BadInput('params must be an object of numbers');
  }
  const fault = {
    route,
    kind,
    count: number(from, 'count') ?? 1,
    skip: number(from, 'skip') ?? 0,
    params: params as Record<string, number>,
  };
  world.faults.add(fault);
  return json(201, fault);
}

export function clearFaults(world: World): Answer {
  world.faults.clear();
  return showFaults(world);
}

export const showMandates = (world: World): Answer => json(200, { items: world.mandates.list() });

/** POST `{mandator, mandatary, types, status?}`: replaces the mandate of the pair; no types ends it. */
export function setMandate(world: World, call: Call): Answer {
  const from = fields(call);
  const types = required(list(from, 'types'), 'types');
  if (types.some((type) => !(MANDATE_TYPES as readonly unknown[]).includes(type)))
    throw new BadInput(`types must be among ${MANDATE_TYPES.join(', ')}`);
  const mandate = {
    mandator: ownerOf(from, 'mandator'),
    mandatary: ownerOf(from, 'mandatary').identifier,
    types: types as MandateType[],
    status: oneOf(from, 'status', ['active', 'pending']) ?? 'active',
  };
  world.mandates.set(mandate);
  world.touch();
  return json(200, mandate);
}

/** GET: requests in order, `?route=` for one route only. DELETE forgets them. */
export function showRequests(world: World, call: Call): Answer {
  const items = world.log.list(call.query.get('route') ?? undefined);
  return json(200, { total: world.log.total, items });
}

export function clearRequests(world: World): Answer {
  world.log.clear();
  return json(200, { total: 0 });
}

/** DELETE: every consent is withdrawn at once; no token opens anything any more. */
export function revokeConsents(world: World): Answer {
  world.tokens.clear();
  world.touch();
  return json(200, { revoked: true });
}

/** POST `{keepTokens?: true}`: back to the seed. */
export function reset(world: World, call: Call): Answer {
  resetWorld(world, fields(call).keepTokens === true);
  return json(200, { reset: true, documents: world.documents.size });
}
