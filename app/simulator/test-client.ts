import { createHash, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import { driveConsent } from './drive-consent.ts';
import type { Simulator } from './index.ts';
import { FIRM, REPRESENTATIVE } from './seed/parties.ts';

export const ALL_SCOPES = 'openid profile documents-read-api vat-manage-api';
export const REDIRECT = 'http://127.0.0.1:40123/callback';
const KID = 'installation-1';

// One pair for the whole run: making RSA keys is the slowest thing here.
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly scope: string;
  readonly token_type: string;
  readonly expires_in: number;
}

interface Login {
  readonly ecb?: string | undefined;
  readonly person?: string;
  readonly scope?: string;
  readonly decision?: 'confirm' | 'refuse';
}

export interface CodeGrant {
  readonly code: string | null;
  readonly error: string | null;
  readonly state: string | null;
  readonly sentState: string;
  readonly verifier: string;
  readonly nonce: string;
}

/** What a client must know of a simulator, which may run in another process. */
export type Where = Pick<Simulator, 'issuer' | 'control' | 'apiBase'>;

/** A small client of SPF for tests and measurements, made apart from the product's. */
export class TestClient<S extends Where = Simulator> {
  readonly sim: S;
  token = '';

  constructor(sim: S) {
    this.sim = sim;
  }

  async register(): Promise<void> {
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: KID, alg: 'RS256', use: 'sig' };
    await this.control('clients', { client_id: 'guichet-sandbox', redirect_uris: [REDIRECT], jwks: { keys: [jwk] } });
  }

  async control(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<Response> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return fetch(`${this.sim.control}/${path}`, init);
  }

  async read<T>(path: string): Promise<T> {
    return (await this.control(path)).json() as Promise<T>;
  }

  async advance(duration: string): Promise<void> {
    await this.control('clock', { advance: duration });
  }

  async now(): Promise<number> {
    return Date.parse((await this.read<{ now: string }>('clock')).now);
  }

  async authorizeUrl({ ecb = FIRM, scope = ALL_SCOPES }: Login, verifier: string, state: string, nonce: string): Promise<string> {
    const url = new URL(`${this.sim.issuer}/authorize`);
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: 'guichet-sandbox',
      redirect_uri: REDIRECT,
      scope,
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...(ecb === '' ? {} : { claims: JSON.stringify({ ecb }) }),
    }).toString();
    return url.href;
  }

  async consent(login: Login = {}): Promise<CodeGrant> {
    const [verifier, sentState, nonce] = [randomUUID() + randomUUID(), randomUUID(), randomUUID()];
    const url = await this.authorizeUrl(login, verifier, sentState, nonce);
    const back = new URL(await driveConsent(url, login.person ?? REPRESENTATIVE, login.decision));
    const get = (name: string): string | null => back.searchParams.get(name);
    return { code: get('code'), error: get('error'), state: get('state'), sentState, verifier, nonce };
  }

  async assertion(claims: { expIn?: number; kid?: string; key?: KeyObject; jti?: string; aud?: string } = {}): Promise<string> {
    const now = Math.floor((await this.now()) / 1000);
    return new SignJWT({ jti: claims.jti ?? randomUUID() })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: claims.kid ?? KID })
      .setIssuer('guichet-sandbox')
      .setSubject('guichet-sandbox')
      .setAudience(claims.aud ?? `${this.sim.issuer}/access_token`)
      .setIssuedAt(now)
      .setExpirationTime(now + (claims.expIn ?? 300))
      .sign(claims.key ?? pair.privateKey);
  }

  async tokenRequest(fields: Record<string, string>, assertion?: string): Promise<Response> {
    const body = new URLSearchParams({
      ...fields,
      client_id: 'guichet-sandbox',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion ?? (await this.assertion()),
    });
    return fetch(`${this.sim.issuer}/access_token`, { method: 'POST', body });
  }

  exchange(grant: CodeGrant, assertion?: string): Promise<Response> {
    const { code, verifier } = grant;
    return this.tokenRequest(
      { grant_type: 'authorization_code', code: code ?? '', redirect_uri: REDIRECT, code_verifier: verifier },
      assertion,
    );
  }

  refresh(token: string): Promise<Response> {
    return this.tokenRequest({ grant_type: 'refresh_token', refresh_token: token });
  }

  async login(login: Login = {}): Promise<Tokens> {
    const answer = await this.exchange(await this.consent(login));
    if (answer.status !== 200) throw new Error(`no token: ${answer.status} ${await answer.text()}`);
    const tokens = (await answer.json()) as Tokens;
    this.token = tokens.access_token;
    return tokens;
  }

  mmf(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const sent = { authorization: `Bearer ${this.token}`, accept: 'application/json', 'minfin-ws-correlation': randomUUID(), ...headers };
    return fetch(`${this.sim.apiBase}/FineAPI/Generic/OAU/v2/documents${path}`, { headers: sent });
  }

  async since(days = 60): Promise<string> {
    return new Date((await this.now()) - days * 86_400_000).toISOString().slice(0, 10);
  }

  async search(query = ''): Promise<Response> {
    return this.mmf(`?since=${await this.since()}${query}`);
  }

  file(number: string, body: Uint8Array, { type = 'tva', contentType = 'application/zip' } = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': contentType };
    return fetch(`${this.sim.apiBase}/Intervat/api/OAU/v1/declaration/${type}/${number}?lang=fr`, {
      method: 'POST',
      headers,
      body: Buffer.from(body),
    });
  }
}
