import { timingSafeEqual } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Nonces } from './nonces.ts';
import type { Registry } from './registry.ts';
import { RelayError } from './relay-error.ts';
import { returnAddress } from './return-address.ts';
import type { Store } from './store.ts';

export interface RelayServerOptions {
  readonly registry: Registry;
  readonly nonces: Nonces;
  readonly store: Store;
  /** What a new installation must show, given out by the vendor; `null`: none is asked for. */
  readonly enrolmentCode: string | null;
  /** Opens revocation without the key; `null`: nobody may. */
  readonly adminToken: string | null;
  readonly limits: { readonly perMinute: number; readonly registrationsPerMinute: number };
  /** Behind a proxy of the vendor's own, whose `X-Forwarded-For` is then believed. */
  readonly trustProxy: boolean;
  /** Method, route, status and duration of each request; never an address, a query or a body. */
  readonly log?: ((entry: Readonly<Record<string, string | number>>) => void) | undefined;
}

const BODY_LIMIT = 16 * 1024;
/** How long SPF and proxies may keep the key set. */
const KEYS_MAX_AGE_S = 60;

const zRegistration = z.object({ proof: z.string().max(8_000), enrolment: z.string().max(200).optional() });
const zRotation = z.object({ previous: z.string().max(8_000), next: z.string().max(8_000) });
const zRevocation = z.object({ proof: z.string().max(8_000).optional() });

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new RelayError('relay.input');
  return parsed.data;
}

function sameSecret(given: string | undefined, wanted: string | null): boolean {
  if (given === undefined || wanted === null) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

const bearer = (request: FastifyRequest): string | undefined => /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];

/**
 * The small service a vendor hosts: it publishes the keys of its installations for SPF and sends the browser on to the installation it came
 * from. It never sees a token, and keeps nothing of what passes through `/callback`.
 */
export async function createRelayServer(options: RelayServerOptions): Promise<FastifyInstance> {
  const { registry, nonces, store, limits } = options;
  const server = Fastify({ logger: false, bodyLimit: BODY_LIMIT, trustProxy: options.trustProxy, forceCloseConnections: true });
  await server.register(rateLimit, {
    max: limits.perMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { statusCode }) => Object.assign(new Error('relay.tooMany'), { statusCode, code: 'relay.tooMany' }),
  });
  server.setErrorHandler((error: { statusCode?: number; code?: unknown }, _request, reply) => {
    const status = error.statusCode ?? 500;
    const code =
      typeof error.code === 'string' && error.code.startsWith('relay.') ? error.code : status < 500 ? 'relay.input' : 'relay.internal';
    return reply.code(status).send({ code });
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'relay.unknown' }));
  server.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'",
    });
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  server.addHook('onResponse', async (request, reply) => {
    const { url = 'none' } = request.routeOptions;
    options.log?.({ method: request.method, route: url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
  });

  server.get('/.well-known/jwks.json', async (_request, reply) => {
    return reply
      .header('cache-control', `public, max-age=${KEYS_MAX_AGE_S}`)
      .type('application/json')
      .send(await registry.keys());
  });
  server.get('/nonce', async () => ({ nonce: nonces.make() }));
  server.post(
    '/installations',
    { config: { rateLimit: { max: limits.registrationsPerMinute, timeWindow: 60_000 } } },
    async (request, reply) => {
      const { proof, enrolment } = parse(zRegistration, request.body);
      if (options.enrolmentCode !== null && !sameSecret(enrolment, options.enrolmentCode)) throw new RelayError('relay.enrolment');
      const { kid, isNew } = await registry.register(proof);
      return reply.code(isNew ? 201 : 200).send({ kid });
    },
  );
  server.post('/installations/rotation', async (request) => registry.rotate(parse(zRotation, request.body)));
  server.post<{ Params: { kid: string } }>('/installations/:kid/revocation', async (request, reply) => {
    const { proof } = parse(zRevocation, request.body ?? {});
    if (proof !== undefined) await registry.revoke(request.params.kid, proof);
    else if (sameSecret(bearer(request), options.adminToken)) await registry.revokeAsVendor(request.params.kid);
    else throw new RelayError('relay.notYours');
    return reply.code(204).send();
  });
  server.get('/callback', async (request, reply) => {
    const { searchParams } = new URL(request.raw.url ?? '/', 'http://relay.invalid');
    return reply.redirect(returnAddress(searchParams), 302);
  });
  server.get('/health', async (_request, reply) => {
    const isUp = await store.ping().then(
      () => true,
      () => false,
    );
    return reply.code(isUp ? 200 : 503).send({ status: isUp ? 'up' : 'down' });
  });
  return server;
}
