// Milliseconds of opening a client that has filed for ten years, and of the board of a firm of 500 clients, as JSON on one line.
import { performance } from 'node:perf_hooks';
import { createStage } from '#app/core/testing.ts';
import { fillYears } from './test-years.ts';

const PERIODS = 120;
const CLIENTS = 500;
const ROUNDS = 15;

async function measured(work: () => Promise<unknown>): Promise<{ median: number; max: number }> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  // The first round compiles; a person waits for it once in a day.
  const sorted = times.slice(1).sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? 0, max: sorted.at(-1) ?? 0 };
}

const stage = await createStage({ clients: 1, documents: 1, history: 0 });
try {
  const app = await stage.open();
  const { clientIds, last: key } = fillYears(app, CLIENTS, (index) => (index === 0 ? PERIODS : 3));
  const oldest = clientIds[0]!;
  const { id } = await app.call('vat.open', { clientId: oldest, periodKey: key });
  const figures = {
    periods: (await app.call('vat.history', { clientId: oldest })).rows.length,
    clients: (await app.call('vat.board', { month: key })).rows.length,
    history: await measured(() => app.call('vat.history', { clientId: oldest })),
    open: await measured(() => app.call('vat.open', { clientId: oldest, periodKey: key })),
    compare: await measured(() => app.call('vat.compare', { id })),
    // What the window asks for when a client's return is opened.
    opening: await measured(async () => {
      await app.call('vat.history', { clientId: oldest });
      await app.call('vat.open', { clientId: oldest, periodKey: key });
      await app.call('vat.compare', { id });
    }),
    board: await measured(() => app.call('vat.board', { month: key })),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} finally {
  await stage.end();
}
