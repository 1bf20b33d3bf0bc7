import type { Answer } from '../exchange.ts';
import { helpdeskId } from '../problems.ts';
import type { World } from '../world.ts';
import { ruleText } from './rule-texts.ts';

export interface BrokenRule {
  readonly id: string;
  readonly type: 'ERROR' | 'WARNING';
}

/** Intervat answers with `about:blank` and a helpdesk id that is no URN; the strict profile keeps to the guide. */
function body(world: World, title: string, detail: string, extra: object): Answer {
  const strict = world.profile === 'strict-belgif';
  const instance = helpdeskId();
  const value = {
    type: strict ? 'urn:problem-type:belgif:badRequest' : 'about:blank',
    title,
    status: 400,
    detail,
    instance: strict ? `urn:${instance}` : instance,
    ...extra,
  };
  return { status: 400, headers: { 'content-type': 'application/problem+json' }, body: JSON.stringify(value) };
}

/** The sending itself is not usable. */
export const unusable = (world: World, detail: string): Answer => body(world, 'Bad Request', detail, {});

/** The return breaks rules of the administration. */
export function ruleRefusal(world: World, vatNumber: string, sequence: number, rules: readonly BrokenRule[]): Answer {
  const businessrules = rules.map(({ id, type }) => ({
    vatNumber,
    sequenceNumber: sequence,
    type,
    errorIdentifier: id,
    descriptions: ruleText(id),
  }));
  return body(world, 'Business validation error detected', `${rules.length} business rule(s) not respected`, { businessrules });
}
