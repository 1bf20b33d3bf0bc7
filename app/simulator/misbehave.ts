import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import { TOKEN_ERROR_PAGE } from './auth/consent-page.ts';
import { type Answer, html } from './exchange.ts';
import type { Fault } from './faults.ts';
import { problem } from './problems.ts';
import type { World } from './world.ts';

/** The connection ends without an answer. */
export const CUT = 'cut';

/** What a fault does before the request is carried out; `undefined` lets it go on. */
export async function before(world: World, fault: Fault): Promise<Answer | typeof CUT | undefined> {
  const retry = { headers: retryAfter(world, fault) };
  switch (fault.kind) {
    case 'latency':
      await sleep(fault.params.ms ?? 1000);
      return undefined;
    case 'status429':
      return problem(world.profile, 'tooManyRequests', retry);
    case 'status500':
      return problem(world.profile, 'internalServerError');
    case 'status502':
      return html(502, TOKEN_ERROR_PAGE);
    case 'status503':
      return problem(world.profile, 'serviceUnavailable', retry);
    case 'expiredToken':
      return problem(world.profile, 'expiredAccessToken');
    case 'htmlBody':
      return html(fault.params.status ?? 200, TOKEN_ERROR_PAGE);
    case 'reset':
      return CUT;
    default:
      return undefined;
  }
}

function retryAfter(world: World, { params }: Fault): Record<string, string> {
  const seconds = params.retryAfter ?? 30;
  if (seconds < 0) return {};
  return { 'retry-after': params.date ? new Date(world.clock.now() + seconds * 1000).toUTCString() : String(seconds) };
}

/** Spoils the answer of a request that was carried out. `true` when it took the answer over. */
export function after(world: World, fault: Fault, answer: Answer, reply: FastifyReply): Answer | typeof CUT | 'taken' {
  switch (fault.kind) {
    case 'commitThen500':
      return problem(world.profile, 'internalServerError');
    case 'commitThenCut':
      return CUT;
    case 'cutBody': {
      const body = Buffer.from(answer.body ?? '');
      return partial(world, reply, answer, body.subarray(0, fault.params.bytes ?? body.length >> 1), body.length);
    }
    case 'wrongLength': {
      const body = Buffer.from(answer.body ?? '');
      return partial(world, reply, answer, body, Math.max(0, body.length + (fault.params.delta ?? -10)));
    }
    case 'drip':
      void drip(world, reply, answer, fault.params.bytes ?? 1000, fault.params.ms ?? 50);
      return 'taken';
    case 'gzipBody':
      return { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' }, body: gzipSync(answer.body ?? '') };
    default:
      return answer;
  }
}

async function drip(world: World, reply: FastifyReply, answer: Answer, bytes: number, ms: number): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  const body = Buffer.from(answer.body ?? '');
  raw.writeHead(answer.status, { ...answer.headers, date: world.clock.httpDate(), 'content-length': body.length });
  for (let at = 0; at < body.length && !raw.destroyed; at += bytes) {
    raw.write(body.subarray(at, at + bytes));
    await sleep(ms);
  }
  raw.end();
}

/** Announces one length, sends another and closes. */
function partial(world: World, reply: FastifyReply, answer: Answer, body: Buffer, announced: number): 'taken' {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(answer.status, { ...answer.headers, date: world.clock.httpDate(), 'content-length': announced, connection: 'close' });
  raw.write(body, () => raw.socket?.destroySoon());
  return 'taken';
}

export function cut(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.socket?.resetAndDestroy();
}
