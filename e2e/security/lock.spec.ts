import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Answer, contract, type Method, WINDOW_METHODS } from '#shared/contract/index.ts';
import { buildHostile, sampleOf } from '#shared/contract/test-hostile.ts';
import { isOpenWhileLocked } from '#shared/domain/lock-table.ts';
import { interactive } from '../harness/milestones.ts';
import { expect, launchGuichet, test } from './setup.ts';

test('a locked application answers the window nothing but what its lock needs, whatever it asks for', async () => {
  const profileDir = mkdtempSync(path.join(tmpdir(), 'guichet-lock-'));
  const first = await launchGuichet({ profileDir });
  await interactive(first);
  const { currentId } = await first.call('users.list', {});
  await first.call('users.setPin', { id: currentId, pin: '271828' });
  await first.close();
  // Locked from the start: nothing is taken late.
  const guichet = await launchGuichet({ profileDir });
  await interactive(guichet);
  const asked = WINDOW_METHODS.filter((method) => !isOpenWhileLocked(method)).map((method) => {
    const { good } = buildHostile({ base: { good: sampleOf(contract[method].input), other: 0 }, path: ['other'], kind: 'null' }) as {
      good: unknown;
    };
    return [method, good] as const;
  });
  const answers = await guichet.page.evaluate(async (calls) => {
    const { guichet: bridge } = globalThis as unknown as { guichet: { call(method: string, input: unknown): Promise<unknown> } };
    return Promise.all(calls.map(async ([method, input]) => [method, await bridge.call(method, input)] as const));
  }, asked);
  const other = answers.filter(([, answer]) => {
    const { ok, ...rest } = answer as Answer<Method>;
    return ok || !('error' in rest) || !['lock.locked', 'ipc.invalidInput'].includes(rest.error.code);
  });
  expect(other).toEqual([]);
  const refused = answers.filter(([, answer]) => !(answer as Answer<Method>).ok && JSON.stringify(answer).includes('lock.locked'));
  expect(refused.length).toBeGreaterThan(WINDOW_METHODS.length / 2);
  await guichet.close();
  rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
});
