import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '#app/platform/db/index.ts';
import { type CoreMethod, contract, type Method } from '#shared/contract/index.ts';
import { buildHostile, hostileCases, sampleOf } from '#shared/contract/test-hostile.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { App } from './app.ts';
import { createStage, type Stage } from './testing.ts';

const METHODS = Object.keys(contract) as Method[];
const CORE = METHODS.filter((method): method is CoreMethod => contract[method].side !== 'shell');
/** What the window can reach; a house method takes paths, which only the main process chooses. */
const REACHABLE = CORE.filter((method) => contract[method].side === 'core');

let stage: Stage;
let app: App;
beforeAll(async () => {
  stage = await createStage({ documents: 20 });
  app = await stage.open();
});
afterAll(() => stage.end());

/** All rows of all tables. */
function dump(): string {
  const { db } = app.context;
  const tables = db.all(query<{ name: string }>('test.tables', "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
  return JSON.stringify(
    tables.map(({ name }) => [name, db.all(query<object>(`test.dump.${name}`, `SELECT * FROM "${name}"`))]),
    (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  );
}

describe('hostile input', () => {
  it('can be made for every method: a good value at most places', () => {
    const good = METHODS.filter((method) => {
      const { input } = contract[method];
      const revived = buildHostile({ base: { good: sampleOf(input), other: 0 }, path: ['other'], kind: 'null' }) as { good: unknown };
      return input.safeParse(revived.good).success;
    });
    expect(good.length).toBeGreaterThan(METHODS.length / 2);
  });

  it('is refused by every method with a code, and nothing changes', async () => {
    const before = dump();
    const wrong: string[] = [];
    let calls = 0;
    for (const method of CORE) {
      for (const attack of hostileCases(contract[method].input).refused) {
        calls += 1;
        const answer = await app.answer(method, buildHostile(attack));
        if (answer.ok || answer.error.code !== 'input.invalid') wrong.push(`${method} ${attack.path.join('.')} ${attack.kind}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(calls).toBeGreaterThan(CORE.length * 20);
    expect(dump()).toBe(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('that a validator takes is answered too, with a code that has a text', async () => {
    const wrong: string[] = [];
    for (const method of REACHABLE) {
      for (const attack of hostileCases(contract[method].input).accepted) {
        const answer = await app.answer(method, buildHostile(attack));
        if (answer.ok) continue;
        const { code } = answer.error;
        if (code === 'internal' || !Object.hasOwn(messages, `error.${code}`))
          wrong.push(`${method} ${attack.path.join('.')} ${attack.kind}: ${code}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(await app.call('app.echo', { text: 'alive' })).toEqual({ text: 'alive' });
  });
});
