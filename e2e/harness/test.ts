import { test as base, expect } from '@playwright/test';
import { type Guichet, type LaunchOptions, launchGuichet } from './launch.ts';

interface Fixtures {
  /** How the application of this test starts: `test.use({ launch: { … } })`. */
  readonly launch: LaunchOptions;
  /** The application, started for this test. At its end the window must have had no error. */
  readonly guichet: Guichet;
}

export const test = base.extend<Fixtures>({
  launch: [{}, { option: true }],
  guichet: async ({ launch }, use) => {
    const guichet = await launchGuichet(launch);
    await use(guichet);
    await guichet.close();
    expect(guichet.problems, 'errors in the window').toEqual([]);
  },
});

export { expect };
