import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import type { Context } from '#app/core/context.ts';
import { createStage, type Stage, until } from '#app/core/testing.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { createAuditKeeper } from './keeper.ts';

let stage: Stage;
let app: App;
beforeAll(async () => {
  stage = await createStage({ documents: 0, clients: 2 });
  app = await stage.open();
});
afterAll(() => stage.end());

const LATER = Date.UTC(2031, 0, 15);

/** A keeper years later, whose timers ring when told. */
function later(serverClock: Context['serverClock']) {
  const waiting: (() => void)[] = [];
  const timers = {
    after: (ms: number, callback: () => void) => {
      if (ms < 1_000) callback();
      else waiting.push(callback);
      return () => undefined;
    },
  };
  const context: Context = {
    ...app.context,
    ports: { ...app.context.ports, timers },
    serverClock,
    now: () => LATER,
    today: () => localDate('2031-01-15'),
  };
  return { keeper: createAuditKeeper(context), ring: () => waiting.shift()?.(), waits: () => waiting.length };
}
const clock = (seen: boolean): Context['serverClock'] => ({ ...app.context.serverClock, seen: () => seen });

it('verifies by itself, and prunes by the rule only when the time is sure', async () => {
  const { db, audit } = app.context;
  db.write((tx) => audit.append(tx, { kind: 'test.kept', at: LATER - 1_000 }));
  const before = (await app.call('audit.status', {})).entries;

  const unsure = later(clock(false));
  unsure.keeper.watch();
  unsure.ring();
  await until(() => unsure.waits() === 1);
  expect(unsure.keeper.status()).toMatchObject({
    entries: before + 1,
    prunedUntil: null,
    verification: { at: new Date(LATER).toISOString(), faults: [] },
  });

  // The same day again: nothing is due, so another note of the time is needed.
  app.context.db.write((tx) => app.context.settings.setNote(tx, 'audit.verification', 'null'));
  const sure = later(clock(true));
  sure.keeper.watch();
  sure.ring();
  await until(() => sure.waits() === 1);
  const status = sure.keeper.status();
  expect(status.prunedUntil).toBe('2028-12-31T23:00:00.000Z');
  expect(status.entries).toBeLessThan(before);
  expect(status.firstAt).toBe(new Date(LATER - 1_000).toISOString());
  expect((await app.call('audit.verify', {})).verification.faults).toEqual([]);
});
