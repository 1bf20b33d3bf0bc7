import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { foreignHost, foreignPage } from './control/guard.ts';
import { home } from './control/home.ts';
import { controlRoutes } from './control/routes.ts';
import { type Answer, type Call, json } from './exchange.ts';
import { FAULT_KINDS, type FaultKind, type RouteId } from './faults.ts';
import { after, before, CUT, cut } from './misbehave.ts';
import { CORRELATION } from './mmf/paths.ts';
import { problem } from './problems.ts';
import { type Handler, spfRoutes } from './routes.ts';
import type { VendorSpot } from './vendor.ts';
import type { World } from './world.ts';

/** Above what Intervat takes, so that its own 413 can be given with the right body. */
const BODY_LIMIT = 64 * 1024 * 1024;
const NOTHING = Buffer.alloc(0);

/**
 * The HTTP server: SPF's addresses, the control plane and a home page on one port. Nothing is logged.
 * @param instance how this simulator signs its state file; `null` without one
 */
export function createServer(world: World, instance: string | null, { serverFactory }: VendorSpot): FastifyInstance {
  const routerOptions = { maxParamLength: 200 };
  const server = Fastify({ logger: false, bodyLimit: BODY_LIMIT, forceCloseConnections: true, routerOptions, serverFactory });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const kind =
      error.statusCode === 413 ? 'payloadTooLarge' : error.statusCode && error.statusCode < 500 ? 'badRequest' : 'internalServerError';
    return write(world, reply, problem(world.profile, kind));
  });
  server.setNotFoundHandler((_request, reply) => write(world, reply, problem(world.profile, 'resourceNotFound')));
  for (const { id, method, url, handle } of spfRoutes()) {
    server.route({ method, url, handler: (request, reply) => serve(world, id, handle, request, reply) });
  }
  for (const { method, url, handle } of controlRoutes()) {
    server.route({
      method,
      url,
      handler: async (request, reply) => {
        const call = readCall(request);
        const refused = foreignHost(call) ?? foreignPage(world, call);
        if (refused) return write(world, reply, json(403, { error: refused }));
        return write(world, reply, await handle(world, call));
      },
    });
  }
  server.get('/__sim/tenancy', (_request, reply) => write(world, reply, json(200, { instance })));
  server.get('/__sim/visit', (request, reply) => {
    const call = readCall(request);
    const refused = foreignHost(call) ?? foreignPage(world, call);
    if (refused) return write(world, reply, json(403, { error: refused }));
    reply.hijack();
    world.guests.enter(reply.raw);
    return reply;
  });
  server.get('/', (_request, reply) => write(world, reply, home(world)));
  return server;
}

function readCall(request: FastifyRequest): Call {
  const path = request.raw.url ?? '/';
  const mark = path.indexOf('?');
  return {
    method: request.method,
    path,
    query: new URLSearchParams(mark < 0 ? '' : path.slice(mark + 1)),
    headers: request.headers,
    params: request.params as Record<string, string>,
    body: Buffer.isBuffer(request.body) ? request.body : NOTHING,
  };
}

/** One request of SPF's own addresses: the fault in waiting, the handler, the log. */
async function serve(world: World, id: RouteId, handle: Handler, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const call = readCall(request);
  const fault = world.faults.take(id);
  if (!fault) return finish(world, id, call, reply, await handle(world, call), null);
  const early = FAULT_KINDS[fault.kind] === 'before' ? await before(world, fault) : undefined;
  if (early) return finish(world, id, call, reply, early, fault.kind);
  const answer = await handle(world, call, FAULT_KINDS[fault.kind] === 'inside' ? fault.kind : undefined);
  if (FAULT_KINDS[fault.kind] !== 'after') return finish(world, id, call, reply, answer, fault.kind);
  const spoilt = after(world, fault, answer, reply);
  if (spoilt !== 'taken') return finish(world, id, call, reply, spoilt, fault.kind);
  world.log.add(id, call, answer.status, world.clock.now(), fault.kind);
  return reply;
}

function finish(
  world: World,
  id: RouteId,
  call: Call,
  reply: FastifyReply,
  answer: Answer | typeof CUT,
  fault: FaultKind | null,
): FastifyReply {
  world.log.add(id, call, answer === CUT ? 0 : answer.status, world.clock.now(), fault);
  if (answer === CUT) {
    cut(reply);
    return reply;
  }
  const correlation = call.headers[CORRELATION];
  if (correlation) reply.header('Minfin-Ws-Correlation', correlation);
  return write(world, reply, answer);
}

/** The `Date` header is the simulated time: clients learn the server's time from it. Text goes out as bytes, or Fastify adds a charset. */
function write(world: World, reply: FastifyReply, answer: Answer): FastifyReply {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  return reply
    .code(answer.status)
    .headers({ ...answer.headers, date: world.clock.httpDate() })
    .send(body);
}
