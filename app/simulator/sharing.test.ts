import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeKey, proofOf } from '#app/relay/testing.ts';
import { shareSimulator, startSimulator } from './index.ts';

const small = { seed: 1, clients: 5, documents: 5, history: 0, quota: 'off' } as const;
let folder: string;
let stateFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-sharing-'));
  stateFile = join(folder, 'simulator.json');
  return () => rmSync(folder, { recursive: true, force: true });
});

const mandates = async (origin: string): Promise<number> =>
  ((await (await fetch(`${origin}/__sim/mandates`)).json()) as { items: unknown[] }).items.length;

describe('a state file', () => {
  it('has one simulator, however many start at once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => shareSimulator({ ...small, stateFile })));
    expect(new Set(all.map(({ origin }) => origin)).size).toBe(1);
    const closed = all.map((one) => one.close());
    await Promise.all(closed);
    expect(readdirSync(folder)).toEqual(['simulator-relay.db', 'simulator.json']);
    await expect(fetch(all[0]!.origin)).rejects.toThrow();
  });

  it('keeps its simulator until the last guest has left', async () => {
    const host = await shareSimulator({ ...small, stateFile });
    const guest = await shareSimulator({ ...small, stateFile });
    let ended = false;
    const closing = host.close().then(() => {
      ended = true;
    });
    expect(await mandates(guest.origin)).toBeGreaterThan(0);
    expect(ended).toBe(false);
    await guest.close();
    await closing;
  });

  it('hands what one left to the next', async () => {
    const first = await shareSimulator({ ...small, stateFile });
    await fetch(`${first.origin}/__sim/mandates`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mandator: '0100000565', mandatary: '0100000169', types: ['VAT'] }),
    });
    const count = await mandates(first.origin);
    const closing = first.close();
    const second = await shareSimulator({ ...small, stateFile });
    expect(await mandates(second.origin)).toBe(count);
    await second.close();
    await closing;
  });

  it('keeps who registered with the relay', async () => {
    const first = await shareSimulator({ ...small, stateFile });
    const relay = `${first.origin}/relay`;
    const { nonce } = (await (await fetch(`${relay}/nonce`)).json()) as { nonce: string };
    const key = await makeKey();
    const body = JSON.stringify({ proof: await proofOf(key, { aud: relay, nonce, purpose: 'register' }) });
    expect((await fetch(`${relay}/installations`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status).toBe(
      201,
    );
    await first.close();
    const second = await shareSimulator({ ...small, stateFile });
    expect(await (await fetch(`${second.origin}/relay/.well-known/jwks.json`)).text()).toContain(key.kid);
    await second.close();
  });

  it('is free again after its simulator was killed, also when its port has a new owner', async () => {
    const child = spawn(process.execPath, ['app/cli/main.ts', 'simulator', '--clients', '5', '--documents', '5', '--state', stateFile]);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(`${stateFile}.tenant`)).toBe(true);
    const other = await startSimulator(small);
    writeFileSync(`${stateFile}.tenant`, JSON.stringify({ instance: 'gone', pid: process.pid, origin: other.origin }));
    const next = await shareSimulator({ ...small, stateFile });
    expect(next.origin).not.toBe(other.origin);
    await Promise.all([next.close(), other.close()]);
  });

  it('is written no more by a simulator that lost it', async () => {
    const old = await startSimulator({ ...small, stateFile });
    writeFileSync(`${stateFile}.tenant`, JSON.stringify({ instance: 'another', pid: process.pid, origin: 'http://127.0.0.1:1' }));
    await old.close();
    expect(existsSync(`${stateFile}.tenant`)).toBe(true);
    expect(existsSync(stateFile)).toBe(false);
  });
});
