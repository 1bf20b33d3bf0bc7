import { EventEmitter } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import type { Notice } from '#shared/contract/sync.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { Ask } from '../workers/ask.ts';
import { createNotices } from './notices.ts';

const seen = vi.hoisted(() => [] as string[]);
vi.mock('electron', () => ({
  Notification: class extends EventEmitter {
    static isSupported = (): boolean => true;
    show = (): number => seen.push('shown');
    close = (): number => seen.push('closed');
  },
}));
afterEach(() => void vi.useRealTimers());

it('are taken back when the lock falls, for they name clients', async () => {
  vi.useFakeTimers();
  const notice: Notice = { id: 'n', kind: 'gap', count: 1, documentId: null, label: null, clientName: 'Exemple' };
  const ask = (async () => ({ notices: [notice, notice] })) as unknown as Ask;
  const notices = createNotices(ask, () => createTranslator('fr'), vi.fn());
  notices.poke();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(seen).toEqual(['shown', 'shown']);
  notices.withdraw();
  notices.withdraw();
  expect(seen).toEqual(['shown', 'shown', 'closed', 'closed']);
});
