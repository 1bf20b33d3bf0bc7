import { type ClientAuth, modifyAssertion, PrivateKeyJwt } from 'openid-client';
import type { Random } from '#app/core/ports.ts';
import { uuidv4 } from '#shared/domain/uuid.ts';
import type { ServerTime } from './server-time.ts';
import type { SigningKey } from './signing-key.ts';

export interface AssertionOptions {
  readonly key: SigningKey;
  /** SPF wants the URL of the token endpoint, not the issuer, as audience. */
  readonly tokenEndpoint: string;
  readonly lifetimeSeconds: number;
  readonly time: ServerTime;
  readonly random: Random;
}

/** The server's clock is known to a second or two: an assertion issued "now" could lie in its future. */
const LEEWAY_SECONDS = 10;

/** `private_key_jwt`, RS256, as SPF Finances checks it: `typ`, `kid`, audience, at most 30 minutes, a `jti` never used before. */
export function clientAssertion(options: AssertionOptions): ClientAuth {
  const { key, tokenEndpoint, lifetimeSeconds, time, random } = options;
  return PrivateKeyJwt(
    { key: key.privateKey, kid: key.kid },
    {
      [modifyAssertion](header, payload) {
        const now = Math.floor(time.now() / 1000);
        header.typ = 'JWT';
        payload.aud = tokenEndpoint;
        payload.iat = now - LEEWAY_SECONDS;
        // Optional, and the only claim that a clock one second ahead would spoil.
        delete payload.nbf;
        payload.exp = now + lifetimeSeconds;
        payload.jti = uuidv4(random.bytes(16));
      },
    },
  );
}
