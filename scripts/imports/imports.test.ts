import { describe, expect, it } from 'vitest';
import { circles, importsOf } from './graph.ts';
import { RULES } from './rules.ts';

const broken = (from: string, to: string) => RULES.filter((rule) => rule.forbids({ from, to, typeOnly: false })).map(({ name }) => name);

describe('import rules', () => {
  it.each([
    ['renderer/shell/app.tsx', 'app/core/app.ts', 'room renderer'],
    ['shared/vat/grids.ts', 'app/core/ports.ts', 'room shared'],
    ['app/sync/queue.ts', 'electron/main.ts', 'room app'],
    ['e2e/journeys/file.spec.ts', 'app/core/app.ts', 'room e2e'],
    ['shared/domain/uuid.ts', 'node:crypto', 'shared is pure'],
    ['renderer/data/bridge.ts', 'node:fs', 'window without Node'],
    ['renderer/features/vat/board.tsx', 'renderer/features/documents/list.tsx', 'features of the window stand alone'],
    ['app/platform/http/net.ts', 'app/sync/queue.ts', 'platform below features'],
    ['app/sync/queue.ts', 'app/simulator/server.ts', 'wiring above features'],
    ['electron/main.ts', 'app/simulator/index.ts', 'simulator met over HTTP'],
    ['app/simulator/mmf/search.ts', 'app/sync/mmf-client.ts', 'simulator stands alone'],
    ['app/identity/index.ts', 'app/relay/relay.ts', 'relay met over HTTP'],
    ['app/core/app.ts', 'app/core/testing.ts', 'tests stay outside the product'],
    ['app/documents/open.ts', 'electron', 'electron only in electron'],
    ['app/documents/repository.ts', 'better-sqlite3', 'better-sqlite3 only in app/platform/db'],
  ])('%s may not import %s', (from, to, rule) => {
    expect(broken(from, to)).toContain(rule);
  });

  it.each([
    ['renderer/features/vat/board.tsx', 'shared/contract/index.ts'],
    ['electron/workers/core-worker.ts', 'app/core/app.ts'],
    ['electron/workers/simulator-worker.ts', 'app/simulator/index.ts'],
    ['e2e/harness/launch.ts', 'app/simulator/index.ts'],
    ['app/sync/sync.test.ts', 'app/simulator/index.ts'],
    ['app/simulator/vendor.ts', 'app/relay/sandbox.ts'],
    ['app/identity/vendor-source.ts', 'app/vendor/vendor-file.ts'],
    ['app/core/testing.ts', 'app/simulator/index.ts'],
    ['app/vat/cli.ts', 'app/cli/io.ts'],
    ['app/platform/db/connection.ts', 'better-sqlite3'],
  ])('%s may import %s', (from, to) => {
    expect(broken(from, to)).toEqual([]);
  });
});

describe('import graph', () => {
  it('sees imports, re-exports and import(), and which are types only', () => {
    const text = `import type { A } from './a.ts'; import b, { type C } from '#shared/b.ts'; export * from '../c.ts'; await import('fs');`;
    expect(importsOf('app/x/y.ts', text)).toEqual([
      { from: 'app/x/y.ts', to: 'app/x/a.ts', typeOnly: true },
      { from: 'app/x/y.ts', to: 'shared/b.ts', typeOnly: false },
      { from: 'app/x/y.ts', to: 'app/c.ts', typeOnly: false },
      { from: 'app/x/y.ts', to: 'node:fs', typeOnly: false },
    ]);
  });

  it('finds a circle of values and forgives one of types', () => {
    const circle = (typeOnly: boolean) =>
      circles([
        { from: 'a', to: 'b', typeOnly: false },
        { from: 'b', to: 'a', typeOnly },
      ]);
    expect(circle(false)).toEqual([['a', 'b', 'a']]);
    expect(circle(true)).toEqual([]);
  });
});
