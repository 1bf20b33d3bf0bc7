import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,app,electron,renderer,scripts}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    environment: 'node',
    testTimeout: 30_000,
    // One processor is left to the machine, but never the second of two: much of a test waits for the disk.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
