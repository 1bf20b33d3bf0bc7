import { createHash } from 'node:crypto';
import { type Answer, type Call, header, html, json } from '../exchange.ts';
import type { FaultKind } from '../faults.ts';
import type { World } from '../world.ts';
import { checkAssertion, SeenAssertions } from './assertion.ts';
import type { Client } from './clients.ts';
import { TOKEN_ERROR_PAGE } from './consent-page.ts';
import { tokenEndpoint } from './discovery.ts';
import { idToken } from './id-token.ts';
import type { Grant } from './tokens.ts';

const NO_STORE = { 'cache-control': 'no-store', pragma: 'no-cache' };
const refusal = (status: number, error: string, description: string): Answer =>
  json(status, { error, error_description: description }, NO_STORE);

/** The token endpoint. The client is authenticated before its grant is looked at, so a bad assertion never spends a code. */
export function tokenHandler(): (world: World, call: Call, fault?: FaultKind) => Promise<Answer> {
  const seen = new SeenAssertions();
  return async (world, call, fault) => {
    if (!header(call, 'content-type')?.startsWith('application/x-www-form-urlencoded'))
      return refusal(400, 'invalid_request', 'form expected');
    const form = new URLSearchParams(call.body.toString('utf8'));
    const client = await checkAssertion(form, tokenEndpoint(world), world.registry, seen, world.clock);
    if (typeof client === 'string') return refusal(401, 'invalid_client', client);
    switch (form.get('grant_type')) {
      case 'authorization_code':
        return exchangeCode(world, call, form, client, fault);
      case 'refresh_token':
        return refresh(world, call, form, client, fault);
      default:
        return refusal(400, 'unsupported_grant_type', 'authorization_code or refresh_token');
    }
  };
}

function exchangeCode(
  world: World,
  call: Call,
  form: URLSearchParams,
  client: Client,
  fault: FaultKind | undefined,
): Promise<Answer> | Answer {
  const code = world.tokens.code(form.get('code') ?? '');
  if (!code || code.grant.clientId !== client.clientId) return refusal(400, 'invalid_grant', 'unknown code');
  call.enterprise = code.grant.actor.identifier;
  if (code.used) {
    world.tokens.revoke(code.grant.family);
    world.touch();
    return refusal(400, 'invalid_grant', 'the code was used before');
  }
  if (fault === 'lateCodeHtml') return html(400, TOKEN_ERROR_PAGE);
  if (code.expiresAt <= world.clock.now()) {
    return world.profile === 'observed' ? html(400, TOKEN_ERROR_PAGE) : refusal(400, 'invalid_grant', 'the code has expired');
  }
  if (code.redirectUri !== form.get('redirect_uri')) return refusal(400, 'invalid_grant', 'redirect_uri differs');
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (challenge !== code.challenge) return refusal(400, 'invalid_grant', 'code_verifier does not match');
  code.used = true;
  return issue(world, code.grant, code.nonce, fault);
}

function refresh(world: World, call: Call, form: URLSearchParams, client: Client, fault: FaultKind | undefined): Promise<Answer> | Answer {
  const grant = world.tokens.spend(form.get('refresh_token') ?? '', client.clientId);
  world.touch();
  if (!grant) return refusal(400, 'invalid_grant', 'the refresh token is unknown, expired or was used before');
  call.enterprise = grant.actor.identifier;
  return issue(world, grant, undefined, fault);
}

async function issue(world: World, grant: Grant, nonce: string | undefined, fault: FaultKind | undefined): Promise<Answer> {
  const pair = world.tokens.issuePair(grant);
  world.touch();
  const keys = await world.keys;
  const signed = await idToken(world, grant, fault === 'realmOnlyKey' ? keys.realmOnly : keys.shared, nonce);
  return json(
    200,
    {
      access_token: pair.access,
      refresh_token: pair.refresh,
      id_token: signed,
      scope: grant.scopes.join(' '),
      token_type: 'Bearer',
      expires_in: pair.expiresIn,
    },
    NO_STORE,
  );
}
