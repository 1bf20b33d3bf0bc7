import { type Answer, type Call, header } from '../exchange.ts';
import { problem } from '../problems.ts';
import type { World } from '../world.ts';
import type { SCOPES } from './paths.ts';
import type { Grant } from './tokens.ts';

/** The grant of the bearer token when it carries `scope`, otherwise the refusal. */
export function requireScope(world: World, call: Call, scope: (typeof SCOPES)[number]): Grant | Answer {
  const token = /^Bearer (\S+)$/i.exec(header(call, 'authorization') ?? '')?.[1];
  if (!token) return problem(world.profile, 'noAccessToken');
  const grant = world.tokens.access(token);
  if (grant === 'unknown') return problem(world.profile, 'invalidAccessToken');
  if (grant === 'expired') return problem(world.profile, 'expiredAccessToken');
  call.enterprise = grant.actor.identifier;
  return grant.scopes.includes(scope) ? grant : problem(world.profile, 'missingScope', { detail: `scope ${scope} is required` });
}

export const isAnswer = (value: Grant | Answer): value is Answer => 'status' in value;
