import type { JWK } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  clockTolerance,
  customFetch,
  discovery,
  refreshTokenGrant,
  type TokenEndpointResponse,
} from 'openid-client';
import type { Random } from '#app/core/ports.ts';
import type { Http } from '#app/platform/http/http.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { clientAssertion } from './assertion.ts';
import { type ConsentSecrets, consentParameters } from './consent-request.ts';
import { checkIdToken } from './id-token.ts';
import { ISSUER_PATH, JWKS_PATHS, type Lifetimes, TOKEN_TIMEOUT_MS } from './identity-config.ts';
import { toIdentityError } from './identity-errors.ts';
import { oidcFetch } from './oidc-fetch.ts';
import type { ServerTime } from './server-time.ts';
import type { SigningKey } from './signing-key.ts';

/** Times are milliseconds since the epoch, on the server's clock. */
export interface Tokens {
  readonly issuedAt: number;
  readonly accessToken: string;
  readonly accessExpiresAt: number;
  readonly refreshToken: string;
  readonly refreshExpiresAt: number;
}

export interface Grant extends Tokens {
  /** National number of the person who consented. Never to be stored or logged. */
  readonly subject: string;
}

/** SPF's authorization server as one connected installation sees it. All methods throw GuichetError `identity.*` or `net.*`. */
export interface AuthorizationServer {
  consentUrl(ecb: EnterpriseNumber, secrets: ConsentSecrets): Promise<string>;
  /** @param query what the browser brought back; its code lives about ten seconds */
  exchange(ecb: EnterpriseNumber, query: URLSearchParams, secrets: ConsentSecrets): Promise<Grant>;
  /** Spends `refreshToken`. The answer must be durable before anything of it is used. */
  refresh(refreshToken: string): Promise<Tokens>;
}

export interface AuthorizationServerOptions {
  /** `https://host`, or loopback in the sandbox. */
  readonly origin: string;
  readonly clientId: string;
  /** The one the vendor registered: its relay's. */
  readonly redirectUri: string;
  /** The key of the moment. */
  key(): Promise<SigningKey>;
  readonly net: Http;
  readonly random: Random;
  readonly time: ServerTime;
  lifetimes(): Lifetimes;
  /** SPF does not know our key, or not any more. */
  onUnknownKey(): void;
}

/** The library reads the system clock, not our port; it is told to accept any time, and times are judged in `checkIdToken`. */
const ANY_TIME_SECONDS = 200 * 365 * 86_400;

const isLoopback = (origin: string): boolean => /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(origin);

function tokensOf(answer: TokenEndpointResponse, now: number, lifetimes: Lifetimes, previous?: string): Tokens {
  const refreshToken = answer.refresh_token ?? previous;
  // Without a refresh token the connection would die within minutes; better to say so at once.
  if (!refreshToken) throw new TypeError('no refresh token');
  return {
    issuedAt: now,
    accessToken: answer.access_token,
    accessExpiresAt: now + (answer.expires_in ?? lifetimes.accessToken) * 1000,
    refreshToken,
    refreshExpiresAt: now + lifetimes.refreshToken * 1000,
  };
}

export function createAuthorizationServer(options: AuthorizationServerOptions): AuthorizationServer {
  const { origin, clientId, redirectUri, net, random, time } = options;
  const issuer = `${origin}${ISSUER_PATH}`;
  const fetch = oidcFetch(net, time);
  let discovered: Promise<Configuration> | null = null;

  const connect = async (): Promise<Configuration> =>
    discovery(
      new URL(issuer),
      clientId,
      { [clockTolerance]: ANY_TIME_SECONDS },
      // The endpoint is known only after discovery, but the assertion is made later still.
      async (as, client, body, headers) => {
        const key = await options.key();
        const lifetimeSeconds = options.lifetimes().assertion;
        const sign = clientAssertion({ key, tokenEndpoint: as.token_endpoint ?? '', lifetimeSeconds, time, random });
        await sign(as, client, body, headers);
      },
      { [customFetch]: fetch, timeout: TOKEN_TIMEOUT_MS / 1000, execute: isLoopback(origin) ? [allowInsecureRequests] : [] },
    );

  const configuration = (): Promise<Configuration> => {
    discovered ??= connect().catch((error: unknown) => {
      discovered = null;
      throw error;
    });
    return discovered;
  };

  async function* keySets(config: Configuration): AsyncGenerator<readonly JWK[]> {
    const announced = config.serverMetadata().jwks_uri;
    const urls = new Set([...(announced ? [announced] : []), ...JWKS_PATHS.map((path) => issuer + path)]);
    for (const url of urls) {
      if (new URL(url).origin !== origin) continue;
      const response = await fetch(url, { method: 'GET', headers: { accept: 'application/json' }, body: undefined, redirect: 'manual' });
      if (!response.ok) continue;
      const { keys } = (await response.json()) as { keys?: JWK[] };
      if (Array.isArray(keys)) yield keys;
    }
  }

  const guarded = async <T>(work: (config: Configuration) => Promise<T>): Promise<T> => {
    try {
      return await work(await configuration());
    } catch (error) {
      const told = toIdentityError(error);
      if (told.code === 'identity.invalid_client') options.onUnknownKey();
      throw told;
    }
  };

  return {
    consentUrl: (ecb, secrets) =>
      guarded(async (config) => buildAuthorizationUrl(config, consentParameters(ecb, redirectUri, secrets)).href),

    exchange: (ecb, query, secrets) =>
      guarded(async (config) => {
        // The browser came to our own port; what SPF compares is where it sent the browser.
        const callback = new URL(`${redirectUri}?${query}`);
        const answer = await authorizationCodeGrant(config, callback, {
          expectedState: secrets.state,
          expectedNonce: secrets.nonce,
          pkceCodeVerifier: secrets.verifier,
          idTokenExpected: true,
        });
        const now = time.now();
        const claims = await checkIdToken(answer.id_token ?? '', {
          issuer,
          clientId,
          nonce: secrets.nonce,
          ecb,
          now,
          keySets: keySets(config),
        });
        return { ...tokensOf(answer, now, options.lifetimes()), subject: claims.sub ?? '' };
      }),

    refresh: (refreshToken) =>
      guarded(async (config) => tokensOf(await refreshTokenGrant(config, refreshToken), time.now(), options.lifetimes(), refreshToken)),
  };
}
