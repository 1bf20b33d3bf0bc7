import { describe, expect, it } from 'vitest';
import { command } from '#app/platform/db/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { periodKey, shiftPeriod } from '#shared/domain/period.ts';
import type { Filing } from '../index.ts';
import {
  advance,
  at,
  bench,
  CLIENT,
  CONTENT,
  call,
  clientId,
  control,
  fetchReceipts,
  filing,
  identity,
  openFiling,
  withFilingBench,
} from '../test-desk.ts';
import { mortal } from './test-crash.ts';

withFilingBench();

/** A killed process is gone for the leases too; in this process its number lives on. */
const dropLeases = command('test.dropLeases', 'DELETE FROM lease');
const NOT_SENT = new Set(['approved', 'queued']);

interface Held {
  readonly reference: string;
  readonly seeded: boolean;
}
const heldFor = async (key: string): Promise<Held[]> => {
  const { items } = (await control.get('/filings')) as { items: Held[] };
  return items.filter(({ reference, seeded }) => !seeded && reference.endsWith(`-${CLIENT}-${key.replace('-', '')}`));
};

async function approvedFor(key: string): Promise<ReturnView> {
  const draft = await call('vat.open', { clientId, periodKey: key });
  return call('vat.approve', at(await call('vat.check', at(await call('vat.save', { ...at(draft), content: CONTENT })))));
}
const view = (from: Filing, id: string): Promise<ReturnView> => Promise.resolve(from.handlers['vat.get']({ id }));
const restart = (): Filing => {
  bench.context.db.write((tx) => tx.run(dropLeases));
  return openFiling(bench, identity);
};

/** Files one return with a core that dies at its n-th step. @returns where, `null` when it came to its end */
async function dyingRun(id: string, version: number, n: number, work: 'queue' | 'file'): Promise<string | null> {
  const { context, diedAt } = mortal(bench.context, n);
  let dying: Filing | undefined;
  try {
    dying = openFiling({ ...bench, context }, identity);
    if (work === 'file') await dying.handlers['vat.file']({ id, version });
    else dying.queue.add(id, version);
    await dying.queue.settled();
  } catch {
    // Dead: what it would have said is of no interest.
  }
  await dying?.close().catch(() => undefined);
  return diedAt();
}

describe.each(['queue', 'file'] as const)('a crash at every step of a filing (%s)', (work) => {
  it('leaves exactly one of not sent, unknown and accepted, and never two filings', async () => {
    await filing.close();
    const died: string[] = [];
    const states = new Set<string>();
    let period = shiftPeriod({ year: 2026, month: 8 }, 0);
    for (let n = 1; ; n += 1) {
      period = shiftPeriod(period, -1);
      const key = periodKey(period);
      const { id, version } = await approvedFor(key);
      const where = await dyingRun(id, version, n, work);
      if (where === null) break;
      died.push(where);
      const alive = restart();
      const after = await view(alive, id);
      const held = await heldFor(key);
      const name = `${n}: ${where} → ${after.state}`;
      expect([...NOT_SENT, 'unknown', 'accepted'], name).toContain(after.state);
      states.add(after.state);
      if (NOT_SENT.has(after.state)) expect(held, name).toHaveLength(0);
      if (after.state === 'accepted') expect(held, name).toHaveLength(1);
      // It goes on as if nothing had been: what was queued is sent, what is unknown is left alone.
      alive.resume();
      if (after.state === 'approved') alive.queue.add(id, after.version);
      await alive.queue.settled();
      expect((await view(alive, id)).state, name).toBe(after.state === 'unknown' ? 'unknown' : 'accepted');
      expect((await heldFor(key)).length, name).toBeLessThanOrEqual(1);
      await alive.close();
    }
    expect(states).toEqual(new Set(work === 'queue' ? ['approved', 'queued', 'unknown', 'accepted'] : ['approved', 'unknown', 'accepted']));
    expect(new Set(died)).toContain('after int.file');
    expect(new Set(died)).toContain('before int.file');
    expect(died.length).toBeGreaterThan(12);
  });
});

it('a crash at every step of taking in receipts proves a return once, whatever was lost', async () => {
  await filing.close();
  const died = new Set<string>();
  for (const lost of [false, true]) {
    let period = shiftPeriod({ year: lost ? 2025 : 2026, month: 8 }, 0);
    for (let n = 1; ; n += 1) {
      period = shiftPeriod(period, -1);
      const { id, version } = await approvedFor(periodKey(period));
      if (lost) await control.fault('int.file', 'commitThen500');
      const sender = restart();
      await sender.handlers['vat.file']({ id, version });
      await sender.close();
      await advance('P1D');
      const { context, diedAt } = mortal(bench.context, n);
      const dying = openFiling({ ...bench, context }, identity);
      await fetchReceipts();
      await dying.settled();
      await dying.close().catch(() => undefined);
      const alive = restart();
      await alive.settled();
      const proven = await view(alive, id);
      expect(proven.state, `${n}: ${diedAt()}`).toBe('proven');
      expect(proven.receiptDifferences).toEqual([]);
      await alive.close();
      const where = diedAt();
      if (where === null) break;
      died.add(where);
    }
  }
  expect(died).toEqual(new Set(['before a transaction', 'inside a transaction', 'after a transaction']));
});
