import { afterAll, expect, it } from 'vitest';
import { createStage } from '#app/core/testing.ts';
import { command } from '#app/platform/db/index.ts';
import type { Ask } from '../workers/ask.ts';
import { standingOf } from './standing.ts';

const stage = await createStage({ documents: 0, clients: 1 });
afterAll(() => stage.end());
const NOWHERE = async (): Promise<null> => null;
const step = command<{ name: string }>('test.step', 'INSERT INTO migration (name, at) VALUES (@name, 0)');

it('knows every step of a database that a newer version wrote, as the core that refuses it says', async () => {
  const app = await stage.open();
  const before = await standingOf(app.call as Ask, NOWHERE);
  app.context.db.write((tx) => {
    for (const name of ['later-001', 'later-002']) tx.run(step, { name });
  });
  await app.close();
  const refused = (await stage.open().catch((error: unknown) => error)) as Error;
  expect(refused).toMatchObject({ code: 'db.newer' });
  const standing = await standingOf(async () => Promise.reject(refused), NOWHERE);
  expect(standing).toEqual({ source: null, filings: 0, schema: [...before.schema, 'later-001', 'later-002'] });
});
