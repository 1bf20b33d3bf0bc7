import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { createStage, type Stage } from '#app/core/testing.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

let stage: Stage;
let app: App;
beforeAll(async () => {
  stage = await createStage({ documents: 0, clients: 1 });
  app = await stage.open();
});
afterAll(() => stage.end());

it('has who holds the key, and the tries that were refused before', async () => {
  await app.call('vault.note', { event: 'recovered', holders: ['keychain', 'passphrase'], refused: 3 });
  const { entries } = await app.call('audit.list', { group: 'access', from: app.context.today(), until: app.context.today(), limit: 50 });
  const rows = entries.map(({ kind, params }) => ({ kind, params }));
  expect(rows).toContainEqual({ kind: 'vault.refused', params: { count: 3 } });
  expect(rows).toContainEqual({ kind: 'vault.recovered', params: { holders: 'keychain_passphrase' } });
  expect(createTranslator('en')('activity.vault.recovered', { holders: 'keychain_passphrase' })).toBe(
    'Profile opened with the recovery code; key held from now on by the system’s keychain and a passphrase',
  );
});
