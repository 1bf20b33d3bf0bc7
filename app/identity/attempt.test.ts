import { describe, expect, it } from 'vitest';
import type { Timers } from '#app/core/ports.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { beginAttempt } from './attempt.ts';

const base = { id: 'a', ecb: '0100000169' as EnterpriseNumber, kind: 'firm', locale: 'en', random: createSystemRandom() } as const;

describe('an attempt that ends while the server is still being asked', () => {
  // The runner itself fails a test that leaves a rejection unhandled.
  it('tells the error of the server, not the time that ran out meanwhile', async () => {
    let elapse = (): void => undefined;
    const timers: Timers = {
      after: (_ms, callback) => {
        elapse = callback;
        return () => undefined;
      },
    };
    const server = async (): Promise<never> => {
      elapse();
      await new Promise((resolve) => setImmediate(resolve));
      throw new GuichetError('identity.unavailable');
    };
    await expect(beginAttempt({ ...base, timers, server })).rejects.toMatchObject({ code: 'identity.unavailable' });
  });
});
