import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { TopicEvent } from '#shared/contract/events.ts';
import { createCoreClient, type Opening, type Thread } from './core-client.ts';
import type { ToCore } from './protocol.ts';

class FakeThread extends EventEmitter implements Thread {
  readonly sent: ToCore[] = [];
  started = false;
  postMessage(message: ToCore): void {
    if (message.kind !== 'start') this.sent.push(message);
    else this.started = true;
  }
  async terminate(): Promise<void> {
    this.emit('exit');
  }
}

const OPENING: Opening = {
  config: { profileDir: '/p', environment: 'sandbox', authBase: '', apiBase: '', version: '0' },
  profileKey: null,
};

function world(opening: () => Promise<Opening> = async () => OPENING) {
  const threads: FakeThread[] = [];
  const events: TopicEvent[] = [];
  let time = 0;
  const client = createCoreClient({
    start: () => {
      const thread = new FakeThread();
      threads.push(thread);
      return thread;
    },
    opening,
    onEvent: (event) => events.push(event),
    onReady: () => {},
    now: () => time,
  });
  return { client, threads, events, wait: (ms: number) => (time += ms) };
}

describe('core client', () => {
  it('brings each answer to its call, whatever the order', async () => {
    const { client, threads } = world();
    const first = client.call('app.echo', { text: 'a' });
    const second = client.call('app.echo', { text: 'b' });
    threads[0]!.emit('message', { kind: 'answer', id: 2, answer: { ok: true, value: 'b' } });
    threads[0]!.emit('message', { kind: 'answer', id: 1, answer: { ok: true, value: 'a' } });
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: 'a' },
      { ok: true, value: 'b' },
    ]);
  });

  it('answers calls under way when the core dies, starts another, and never repeats a call', async () => {
    const { client, threads, events } = world();
    const filing = client.call('vat.file', {});
    threads[0]!.emit('error');
    expect(await filing).toMatchObject({ ok: false, error: { code: 'core.stopped', retryable: true } });
    expect(threads).toHaveLength(2);
    expect(threads[1]!.sent).toEqual([]);
    expect(events).toEqual([{ topic: 'status', sequence: 0 }]);
  });

  it('does not restart in a circle, but tries again at the next call', () => {
    const { client, threads, wait } = world();
    threads[0]!.emit('exit');
    wait(100);
    threads[1]!.emit('exit');
    expect(threads).toHaveLength(2);
    void client.call('app.status', {});
    expect(threads).toHaveLength(3);
    expect(threads[2]!.sent).toHaveLength(1);
  });

  it('closes once the core says so, and refuses later calls', async () => {
    const { client, threads } = world();
    const closed = client.close();
    expect(threads[0]!.sent).toEqual([{ kind: 'close' }]);
    threads[0]!.emit('message', { kind: 'closed' });
    await closed;
    threads[0]!.emit('exit');
    expect(threads).toHaveLength(1);
    expect(await client.call('app.status', {})).toMatchObject({ ok: false });
  });

  it('tells what stopped the core, rests, and opens another that starts afresh', async () => {
    const { client, threads } = world();
    const problem = { code: 'db.busy', retryable: true, action: 'retry', params: {} };
    threads[0]!.emit('message', { kind: 'ready', problem });
    expect(await client.opened()).toEqual(problem);
    const late = client.call('app.status', {});
    const rested = client.rest();
    threads[0]!.emit('message', { kind: 'closed' });
    await rested;
    expect(await late).toMatchObject({ ok: false, error: { code: 'core.stopped' } });
    expect(await client.call('app.status', {})).toMatchObject({ ok: false });
    expect(threads).toHaveLength(1);
    client.start();
    threads[0]!.emit('message', { kind: 'ready', problem });
    threads[1]!.emit('message', { kind: 'ready', problem: null });
    expect(await client.opened()).toBeNull();
    expect(threads).toHaveLength(2);
  });

  it('rests once for all who ask, and opens one core for all who open it again', async () => {
    const { client, threads } = world();
    const over: string[] = [];
    const restart = async (name: string): Promise<void> => {
      await client.rest();
      over.push(name);
      client.start();
    };
    const both = Promise.all([restart('one'), restart('other')]);
    const closed = client.rest().then(() => over.push('quit'));
    client.start();
    expect([threads.length, over]).toEqual([1, []]);
    threads[0]!.emit('message', { kind: 'closed' });
    await Promise.all([both, closed]);
    expect([threads.length, over.toSorted()]).toEqual([2, ['one', 'other', 'quit']]);
    expect(threads[0]!.sent).toEqual([{ kind: 'close' }]);
  });

  it('keeps nobody waiting for a core that was laid down before it opened, and gives that one nothing', async () => {
    let give: (opening: Opening) => void = () => {};
    const { client, threads } = world(() => new Promise((resolve) => (give = resolve)));
    const opened = client.opened();
    const rested = client.rest();
    give(OPENING);
    threads[0]!.emit('message', { kind: 'closed' });
    await rested;
    expect([await opened, await client.opened()]).toMatchObject([{ code: 'core.stopped' }, { code: 'core.stopped' }]);
    expect(threads[0]!.started).toBe(false);
  });

  it('says that the core stopped where nobody can tell it what to open', async () => {
    const { client, threads } = world(() => Promise.reject(new Error('no port')));
    expect(await client.call('app.status', {})).toMatchObject({ ok: false, error: { code: 'core.stopped' } });
    expect(threads).toHaveLength(2);
    expect(await client.opened()).toMatchObject({ code: 'core.stopped' });
  });
});
