import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ports } from '#app/core/ports.ts';
import { readBytes } from '#app/platform/http/body.ts';
import type { Http } from '#app/platform/http/http.ts';
import { OPERATIONS, type Operation } from '#app/platform/http/operations.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { messages } from '#shared/i18n/messages.ts';
import { recordCalls } from './calls.ts';
import { nextRows } from './rows.ts';
import { type TrailBench, trailBench } from './testing.ts';

let bench: TrailBench;
beforeEach(() => {
  bench = trailBench();
});
afterEach(() => bench.end());

const kept = () => bench.db.all(nextRows, { after: 0, limit: 100 }).map(({ kind, status, bytes, params }) => [kind, status, bytes, params]);
const answers = async function* (...chunks: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
};
const inner: Http = {
  send: async ({ operation }) => {
    if (operation === 'relay.rotate') throw new GuichetError('net.lost');
    return { status: 200, headers: {}, body: answers('ab', 'cde') };
  },
};
/** Timers that never fire, as in a process that is killed first, and calls through them. */
function stage() {
  const due: (() => void)[] = [];
  const timers: Ports['timers'] = {
    after: (_ms, callback) => {
      due.push(callback);
      return () => void due.splice(due.indexOf(callback), 1);
    },
  };
  const ports = { clock: { now: () => bench.time }, timers, log: { write: () => {} } } as unknown as Ports;
  const { net } = recordCalls(inner, { db: bench.db, audit: bench.audit, ports });
  const send = (method: 'GET' | 'POST', operation: Operation) =>
    net.send({ operation, url: 'http://127.0.0.1:1/', method, headers: {}, timeoutMs: 1, ...(method === 'POST' ? { body: 'four' } : {}) });
  return { due, send };
}

describe('a call that changes something elsewhere', () => {
  const changes: readonly Operation[] = ['int.file', 'identity.token'];
  it.each([...changes])('is on the disk when its answer is complete: %s', async (operation) => {
    const { send } = stage();
    await readBytes(await send('POST', operation), 100);
    expect(kept()).toEqual([[`api.${operation}`, 200, 5, '{"sent":4}']]);
  });

  it('is on the disk before its failure is known, and before an answer nobody wants is dropped', async () => {
    const { send } = stage();
    await expect(send('POST', 'relay.rotate')).rejects.toMatchObject({ code: 'net.lost' });
    expect(kept()).toEqual([['api.relay.rotate', null, 0, '{"sent":4,"code":"net.lost"}']]);
    await expect(readBytes(await send('POST', 'int.file'), 3)).rejects.toMatchObject({ code: 'net.tooLarge' });
    expect(kept()).toHaveLength(2);
  });

  it('takes along those that wait, in their order', async () => {
    const { send, due } = stage();
    await readBytes(await send('GET', 'mmf.search'), 100);
    await readBytes(await send('POST', 'int.file'), 100);
    expect(kept().map(([kind]) => kind)).toEqual(['api.mmf.search', 'api.int.file']);
    expect(due).toEqual([]);
  });
});

it('gathers calls that only read', async () => {
  const { send, due } = stage();
  for (const operation of ['mmf.search', 'mmf.content'] as const) await readBytes(await send('GET', operation), 100);
  expect(kept()).toEqual([]);
  expect(due).toHaveLength(1);
  due[0]!();
  expect(kept()).toHaveLength(2);
});

it('gives every request the core can make words in the trail, no two the same', () => {
  for (const locale of LOCALES) {
    const words = OPERATIONS.map((operation) => (messages as Partial<typeof messages>)[`activity.api.${operation}`]?.[locale] ?? operation);
    expect(words.filter((word) => !word.includes(' '))).toEqual([]);
    expect(new Set(words).size).toBe(OPERATIONS.length);
  }
});
