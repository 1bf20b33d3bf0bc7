import { afterEach, expect, it } from 'vitest';
import { createStage, type Stage } from '#app/core/testing.ts';
import { newRecoveryCode, readRecoveryFile, unwrapProfileKey } from './index.ts';

let stage: Stage;
afterEach(() => stage.end());

it('is in force once it came back; a wrong one changes nothing, and it cannot be asked for again', async () => {
  stage = await createStage({ clients: 1, documents: 0 });
  const app = await stage.open();
  const { files, vault, random } = app.context.ports;
  const confirm = (code: string) => app.call('recovery.confirm', { code });
  await expect(confirm(newRecoveryCode(random))).rejects.toMatchObject({ code: 'recovery.notBegun' });
  const { code } = await app.call('recovery.begin', {});
  await expect(confirm(newRecoveryCode(random))).rejects.toMatchObject({ code: 'recovery.unlike' });
  await expect(confirm(code.slice(0, -1))).rejects.toMatchObject({ code: 'recovery.mistyped' });
  expect(await readRecoveryFile(files, stage.profileDir)).toBeNull();
  expect((await app.call('backup.status', {})).hasCode).toBe(false);
  await confirm(` ${code.toLowerCase()} `);
  const wrapped = (await readRecoveryFile(files, stage.profileDir))!;
  expect(await unwrapProfileKey(wrapped, code)).toEqual(await vault.profileKey());
  expect((await app.call('backup.status', {})).hasCode).toBe(true);
  await expect(confirm(code)).rejects.toMatchObject({ code: 'recovery.notBegun' });
  expect((await app.call('activity.list', { limit: 5 })).rows.map(({ kind }) => kind)).toContain('recovery.newCode');
});
