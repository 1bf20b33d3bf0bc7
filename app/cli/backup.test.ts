import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BackupScene, createBackupScene } from '#app/backup/testing.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { run } from './run.ts';

let scene: BackupScene;
beforeAll(async () => {
  scene = await createBackupScene(2);
  await scene.app.close();
});
afterAll(() => scene.end());

async function cli(code: string, ...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const nothing = async (): Promise<never> => expect.unreachable();
  const exit = await run(argv, {
    stdout: (text) => {
      said.out += text;
    },
    stderr: (text) => {
      said.err += text;
    },
    readFile: nothing,
    writeFile: nothing,
    secret: async () => code,
    locale: 'en',
    today: () => localDate('2026-11-23'),
  });
  return { exit, ...said };
}
const onProfile = (...argv: string[]) => {
  const { profileDir, simulator } = scene.stage;
  return cli('', ...argv, '--profile', profileDir, '--auth', simulator.authBase, '--api', simulator.apiBase);
};

it('backs up, proves and restores, with the code from the input', async () => {
  const made = await onProfile('backup', '--json');
  expect(made.exit).toBe(0);
  expect(JSON.parse(made.out)).toMatchObject({ folder: scene.folder, problem: null, stale: false, verifiedAt: null });
  expect((await onProfile('backup', '--verify')).out).toMatch(/3 documents.*Last verified: 20\d\d/);
  expect((await onProfile('backup', '--status', '--json')).exit).toBe(0);

  const there = path.join(scene.elsewhere, 'new');
  const restored = await cli(scene.code.toLowerCase(), 'restore', '--from', scene.folder, '--profile', there, '--json');
  expect(restored).toMatchObject({ exit: 0, err: '' });
  expect(JSON.parse(restored.out)).toMatchObject({ folder: there, documents: 3, skipped: [] });
  expect(readdirSync(there).sort()).toEqual(['archive', 'guichet.db', 'profile.key', 'recovery.key', 'restored.json']);
});

it('shows a new code once; backups made from then on open with it alone', async () => {
  const { code } = JSON.parse((await onProfile('backup', '--new-code', '--json')).out);
  expect((await onProfile('backup')).exit).toBe(0);
  const { generations } = JSON.parse((await onProfile('backup', '--status', '--json')).out);
  expect(generations).toHaveLength(1);
  const there = path.join(scene.elsewhere, 'renewed');
  expect((await cli(scene.code, 'restore', '--from', scene.folder, '--profile', there, '--json')).out).toContain('recovery.refused');
  expect((await cli(code, 'restore', '--from', scene.folder, '--profile', there, '--json')).exit).toBe(0);
  expect((await onProfile('backup', '--new-code', '--verify')).exit).toBe(2);
});

it('ends a change of places that a power cut stopped before it opens the profile', async () => {
  const { profileDir } = scene.stage;
  const incoming = path.join(profileDir, 'restoring-00c0ffee');
  const { code } = JSON.parse((await onProfile('backup', '--new-code', '--json')).out);
  expect((await onProfile('backup')).exit).toBe(0);
  expect((await cli(code, 'restore', '--from', scene.folder, '--profile', incoming, '--json')).exit).toBe(0);
  const old = ['archive', 'guichet.db', 'profile.key', 'recovery.key'];
  const journal = {
    format: 1,
    step: 'out',
    aside: 'aside-2026-11-23',
    incoming: path.basename(incoming),
    old,
    fresh: readdirSync(incoming),
  };
  mkdirSync(path.join(profileDir, journal.aside));
  renameSync(path.join(profileDir, 'guichet.db'), path.join(profileDir, journal.aside, 'guichet.db'));
  writeFileSync(path.join(profileDir, 'swap.json'), JSON.stringify(journal));
  expect(await onProfile('backup', '--status', '--json')).toMatchObject({ exit: 0, err: '' });
  expect(readdirSync(path.join(profileDir, journal.aside)).sort()).toEqual(old);
  expect(readdirSync(profileDir)).toEqual(expect.arrayContaining(old));
  expect(existsSync(path.join(profileDir, 'swap.json'))).toBe(false);
});

it('says why not, writes nothing then, and takes no code from the arguments', async () => {
  const there = path.join(scene.elsewhere, 'not');
  const wrong = await cli('00000-00000', 'restore', '--from', scene.folder, '--profile', there);
  expect(wrong.exit).toBe(1);
  expect(wrong.err).toMatch(/recovery code/i);
  expect((await cli(scene.code, 'restore', '--from', scene.elsewhere, '--profile', there, '--json')).out).toContain('backup.notOne');
  expect((await cli(scene.code, 'restore', '--from', scene.folder, '--profile', scene.stage.profileDir)).err).toMatch(/not empty/);
  for (const argv of [
    ['--from', scene.folder],
    ['--profile', there],
    ['--from', scene.folder, '--profile', there, '--code', scene.code],
  ])
    expect((await cli(scene.code, 'restore', ...argv)).exit).toBe(2);
  expect(existsSync(there)).toBe(false);
});
