import { randomBytes } from 'node:crypto';
import { type Answer, type Call, header, html } from '../exchange.ts';
import type { Party, Person } from '../seed/parties.ts';
import type { World } from '../world.ts';
import { redirectAllowed } from './clients.ts';
import { decisionPage, errorPage, pageLanguage, personPage } from './consent-page.ts';
import { SCOPES } from './paths.ts';

interface Request {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly challenge: string;
  readonly scopes: readonly string[];
  /** `undefined`: consent of a person for their own documents. */
  readonly ecb: string | undefined;
}

/**
 * The authorize page: plain HTML forms that post back to this address. First `person` is chosen, then `decision`; both may come at once.
 * Errors that concern the client or its redirect URI stay on a page, all others go back to the redirect URI.
 */
export function authorize(world: World, call: Call): Answer {
  const parameters = new URLSearchParams(call.query);
  for (const [name, value] of new URLSearchParams(call.body.toString('utf8'))) parameters.set(name, value);
  const language = pageLanguage(parameters.get('ui_locales'), header(call, 'accept-language'));

  const client = world.registry.get(parameters.get('client_id') ?? '');
  if (!client) return html(400, errorPage(language, 'client_id'));
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (!redirectAllowed(client, redirectUri)) return html(400, errorPage(language, 'redirect_uri'));

  const state = parameters.get('state') ?? '';
  const back = (fields: Record<string, string>): Answer => redirect(redirectUri, { ...fields, ...(state ? { state } : {}) });
  const request = readRequest(parameters, client.clientId, redirectUri);
  if (typeof request === 'string') return back({ error: 'invalid_request', error_description: request });
  if (request.scopes.some((scope) => !(SCOPES as readonly string[]).includes(scope)))
    return back({ error: 'invalid_scope', error_description: 'unknown scope' });

  // Only a form post carries the human's choices: a link alone can never consent.
  const person = call.method === 'POST' ? world.people.find((one) => one.nationalNumber === parameters.get('person')) : undefined;
  if (!person) return html(200, personPage(language, without(parameters, 'person', 'decision'), choices(world, request.ecb)));
  const party = partyOf(world, request.ecb);
  const decision = parameters.get('decision');
  if (decision === 'refuse') return back({ error: 'access_denied', error_description: 'the consent was refused' });
  if (decision !== 'confirm') return html(200, decisionPage(language, parameters, request.ecb, party));
  if (!mayConsent(person, request.ecb)) return back({ error: 'invalid_scope', error_description: 'not the legal representative' });
  return back({ code: issue(world, request, person) });
}

const without = (parameters: URLSearchParams, ...names: string[]): URLSearchParams => {
  const kept = new URLSearchParams(parameters);
  for (const name of names) kept.delete(name);
  return kept;
};

const partyOf = (world: World, ecb: string | undefined): Party | undefined =>
  [...world.firms, ...world.clients].find((one) => one.enterpriseNumber === ecb);

/** The three test persons, and the client's own representative when consent is for a client. */
function choices(world: World, ecb: string | undefined): Person[] {
  return world.people.filter((person) => person.role !== 'clientRepresentative' || (ecb !== undefined && person.represents.includes(ecb)));
}

/** For an enterprise its legal representative only; for no enterprise the person themself, staff excepted. */
const mayConsent = (person: Person, ecb: string | undefined): boolean =>
  ecb === undefined ? person.role === 'person' : person.represents.includes(ecb);

function issue(world: World, request: Request, person: Person): string {
  const actor = request.ecb
    ? { type: 'CBE' as const, identifier: request.ecb }
    : { type: 'SSIN' as const, identifier: person.nationalNumber };
  const { clientId, scopes, redirectUri, challenge, nonce } = request;
  const family = randomBytes(12).toString('hex');
  const grant = { family, clientId, subject: person.nationalNumber, actor, scopes, consentedAt: world.clock.now() };
  return world.tokens.issueCode(grant, redirectUri, challenge, nonce);
}

/** The request, or what is wrong with it. */
function readRequest(parameters: URLSearchParams, clientId: string, redirectUri: string): Request | string {
  const get = (name: string): string => parameters.get(name) ?? '';
  const scopes = get('scope').split(' ').filter(Boolean);
  const problems: readonly (readonly [boolean, string])[] = [
    [get('response_type') !== 'code', 'response_type must be code'],
    [!scopes.includes('openid'), 'scope must contain openid'],
    [get('state') === '', 'state is required'],
    [get('nonce') === '', 'nonce is required'],
    [get('code_challenge_method') !== 'S256', 'code_challenge_method must be S256'],
    [!/^[\w-]{43}$/.test(get('code_challenge')), 'code_challenge is required'],
  ];
  const wrong = problems.find(([bad]) => bad);
  if (wrong) return wrong[1];
  const ecb = readEcb(parameters.get('claims'));
  if (ecb === null) return 'claims must be {"ecb":"<10 digits>"}';
  return { clientId, redirectUri, state: get('state'), nonce: get('nonce'), challenge: get('code_challenge'), scopes, ecb };
}

function readEcb(claims: string | null): string | undefined | null {
  if (claims === null) return undefined;
  try {
    const value: unknown = JSON.parse(claims);
    const ecb = typeof value === 'object' && value !== null && 'ecb' in value ? value.ecb : undefined;
    return typeof ecb === 'string' && /^\d{10}$/.test(ecb) ? ecb : null;
  } catch {
    return null;
  }
}

function redirect(redirectUri: string, fields: Readonly<Record<string, string>>): Answer {
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries(fields)) target.searchParams.set(name, value);
  return {
    status: 302,
    headers: { location: target.href, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    body: undefined,
  };
}
