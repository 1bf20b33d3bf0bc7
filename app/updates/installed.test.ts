import { afterAll, expect, it } from 'vitest';
import { createStage } from '#app/core/testing.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

const stage = await createStage({ documents: 0, clients: 1 });
afterAll(() => stage.end());

/** The installed versions in the trail after each start. */
async function startWith(version: string) {
  const app = await stage.open({ version });
  const { rows } = await app.call('activity.list', { limit: 50 });
  await app.close();
  return rows.filter(({ kind }) => kind === 'update.installed').map(({ params }) => ({ params }));
}

it('stands in the trail at the first start of a newer version, once', async () => {
  expect(await startWith('0.9.0')).toEqual([]);
  expect(await startWith('0.9.0')).toEqual([]);
  const first = { params: { from: '0.9.0', to: '0.10.0' } };
  expect(await startWith('0.10.0')).toMatchObject([first]);
  // A command line that was left behind, and a build that is no version.
  expect(await startWith('0.9.0')).toHaveLength(1);
  expect(await startWith('test')).toHaveLength(1);
  expect(await startWith('0.10.0')).toHaveLength(1);
  expect(await startWith('0.10.1')).toMatchObject([{ params: { from: '0.10.0', to: '0.10.1' } }, first]);
  for (const locale of LOCALES) expect(createTranslator(locale)('activity.update.installed', first.params)).toMatch(/0\.9\.0.*0\.10\.0/);
});
