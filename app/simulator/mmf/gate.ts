import { isAnswer, requireScope } from '../auth/access.ts';
import type { Grant } from '../auth/tokens.ts';
import type { Owner } from '../documents.ts';
import { type Answer, type Call, header, json } from '../exchange.ts';
import { type Issue, problem } from '../problems.ts';
import type { Metered } from '../quota.ts';
import type { World } from '../world.ts';
import { CORRELATION } from './paths.ts';

/** The steps before a handler's own: correlation header, then token, then scope. */
export function enter(world: World, call: Call): Grant | Answer {
  if (header(call, CORRELATION)) return requireScope(world, call, 'documents-read-api');
  if (world.profile === 'observed') {
    return json(401, { code: 'InboundAuthenticationFailure', message: 'Mandatory headers are missing' });
  }
  return badRequest(world, { in: 'header', name: 'Minfin-Ws-Correlation', detail: 'is required' });
}

export { isAnswer };

export const badRequest = (world: World, issue: Issue): Answer =>
  problem(world.profile, 'badRequest', { detail: `${issue.name} ${issue.detail}`, issues: [issue] });

/** `undefined` when the call is within the quota. */
export function meter(world: World, kind: Metered, enterprise: string): Answer | undefined {
  const wait = world.quota.take(kind, enterprise);
  if (wait === 0) return undefined;
  return problem(world.profile, 'tooManyRequests', { headers: { 'retry-after': String(wait) } });
}

/**
 * The owner pair of the query: `undefined` when both are absent, the issue when half is there or the identifier does not fit its type.
 * CBE comes with ten digits or, as SPF writes it, with nine.
 */
export function ownerPair(query: URLSearchParams): Owner | Issue | undefined {
  const type = query.get('ownerType');
  const identifier = query.get('ownerIdentifier');
  if (type === null && identifier === null) return undefined;
  if (type === null) return { in: 'query', name: 'ownerType', detail: 'is required with ownerIdentifier' };
  if (identifier === null) return { in: 'query', name: 'ownerIdentifier', detail: 'is required with ownerType' };
  if (type === 'CBE' && /^[01]?\d{9}$/.test(identifier)) return { type, identifier: identifier.padStart(10, '0') };
  if (type === 'SSIN' && /^\d{11}$/.test(identifier)) return { type, identifier };
  if (type !== 'CBE' && type !== 'SSIN') return { in: 'query', name: 'ownerType', detail: 'must be CBE or SSIN' };
  return { in: 'query', name: 'ownerIdentifier', detail: `does not fit ownerType ${type}` };
}

export const isIssue = (value: Owner | Issue | undefined): value is Issue => value !== undefined && 'in' in value;

export const sameOwner = (a: Owner, b: Owner): boolean => a.type === b.type && a.identifier === b.identifier;
