import { CompactSign } from 'jose';
import { z } from 'zod';
import type { NetResponse } from '#app/core/ports.ts';
import { discard, readJson } from '#app/platform/http/body.ts';
import type { Http } from '#app/platform/http/http.ts';
import type { Operation } from '#app/platform/http/operations.ts';
import type { Vendor } from '#app/vendor/vendor.ts';
import { type ErrorOptions, GuichetError } from '#shared/domain/errors.ts';
import type { SigningKey } from './signing-key.ts';

const TIMEOUT_MS = 15_000;
const PROOF_TYPE = 'guichet-proof+jws';

const again: ErrorOptions = { action: 'retry', retryable: true };
/** What the relay's refusals mean for a person. */
const BY_CODE: Readonly<Record<string, readonly [code: string, options: ErrorOptions]>> = {
  'relay.enrolment': ['identity.relay_enrolment', {}],
  'relay.ended': ['identity.relay_ended', { action: 'openSettings' }],
  'relay.unknown': ['identity.relay_unknown', again],
  'relay.full': ['identity.relay_full', {}],
};

/** The vendor's relay as an installation speaks with it. All methods throw GuichetError `identity.relay_*`, `identity.registration`, `net.*`. */
export interface RelayClient {
  /** Makes the key known; again for a known key changes nothing. */
  register(key: SigningKey): Promise<void>;
  /** @returns until when the old key is published, epoch milliseconds on the relay's clock; the same when it is asked again */
  rotate(from: SigningKey, to: SigningKey): Promise<number>;
  revoke(key: SigningKey): Promise<void>;
  /** Whether SPF finds this key. */
  publishes(kid: string): Promise<boolean>;
}

async function refusal(response: NetResponse): Promise<GuichetError> {
  const { status } = response;
  const answer = (await readJson(response).catch(() => null)) as { code?: unknown } | null;
  const unavailable = status === 429 || status >= 500;
  const [code, options] = BY_CODE[String(answer?.code)] ?? [
    unavailable ? 'identity.relay_unavailable' : 'identity.registration',
    { ...again, params: { status } },
  ];
  return new GuichetError(code, options);
}

const zNonce = z.object({ nonce: z.string() });
const zRotation = z.object({ endsAt: z.number() });
const zKeys = z.object({ keys: z.array(z.object({ kid: z.string() })) });

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new GuichetError('identity.relay_unavailable', again);
  return result.data;
}

export function createRelayClient(net: Http, { relay, enrolment }: Pick<Vendor, 'relay' | 'enrolment'>): RelayClient {
  const send = async (operation: Operation, path: string, body?: object): Promise<NetResponse> => {
    const response = await net.send({
      operation,
      url: relay + path,
      method: body ? 'POST' : 'GET',
      headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      timeoutMs: TIMEOUT_MS,
    });
    if (response.status >= 300) throw await refusal(response);
    return response;
  };
  const ask = async (operation: Operation, path: string, body?: object): Promise<unknown> => readJson(await send(operation, path, body));

  /** Shows that we hold the private half, for one purpose and for a nonce the relay gave just now. */
  const prove = async (key: SigningKey, purpose: 'register' | 'rotate' | 'revoke', more: object = {}): Promise<string> => {
    const { nonce } = parsed(zNonce, await ask('relay.nonce', '/nonce'));
    return new CompactSign(new TextEncoder().encode(JSON.stringify({ aud: relay, nonce, purpose, ...more })))
      .setProtectedHeader({ alg: 'RS256', typ: PROOF_TYPE, jwk: key.publicJwk })
      .sign(key.privateKey);
  };

  return {
    register: async (key) => {
      const proof = await prove(key, 'register');
      await ask('relay.register', '/installations', { proof, ...(enrolment === undefined ? {} : { enrolment }) });
    },
    rotate: async (from, to) => {
      const previous = await prove(from, 'rotate', { next: to.kid });
      const next = await prove(to, 'register');
      return parsed(zRotation, await ask('relay.rotate', '/installations/rotation', { previous, next })).endsAt;
    },
    revoke: async (key) => {
      const proof = await prove(key, 'revoke');
      await discard(await send('relay.revoke', `/installations/${key.kid}/revocation`, { proof }));
    },
    publishes: async (kid) => parsed(zKeys, await ask('relay.keys', '/.well-known/jwks.json')).keys.some((key) => key.kid === kid),
  };
}
