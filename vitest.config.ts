import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,app,electron,renderer,scripts}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    environment: 'node',
    testTimeout: 30_000,
  },
});
