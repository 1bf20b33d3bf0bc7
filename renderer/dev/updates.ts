import type { Handlers } from '#shared/contract/index.ts';
import type { Update } from '#shared/contract/updates.ts';

type Methods = 'updates.status' | 'updates.check' | 'updates.download' | 'updates.install';

/** A vendor with a newer version; an empty firm has no feed. */
export function updatesDouble(empty: boolean, after: (ms: number, callback: () => void) => void): Handlers<Methods> {
  let update: Update = {
    ...{
      state: empty ? 'off' : 'idle',
      version: '0.1.0',
      checkedAt: null,
      release: null,
      percent: 0,
      filings: empty ? 0 : 1,
      problem: null,
    },
  };
  const step = (): void => {
    const percent = Math.min(100, update.percent + 20);
    update = { ...update, percent, state: percent === 100 ? 'ready' : 'downloading' };
    if (percent < 100) after(400, step);
  };
  return {
    'updates.status': () => update,
    'updates.check': () => {
      if (update.state !== 'off')
        update = {
          ...update,
          state: 'available',
          checkedAt: '2026-11-23T08:15:00.000Z',
          release: { version: '0.2.0', released: '2026-11-20T09:00:00.000Z', bytes: 96_400_000, steps: 2 },
        };
      return update;
    },
    'updates.download': () => {
      update = { ...update, state: 'downloading', percent: 0 };
      after(400, step);
      return update;
    },
    'updates.install': () => ({}),
  };
}
