import { type ChildProcess, spawn } from 'node:child_process';
import { hkdfSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, expectGate, passed, refusal, test } from '../harness/gate.ts';
import type { Guichet } from '../harness/launch.ts';
import { screenshot } from '../harness/screenshot.ts';
import { eventually } from '../harness/wait.ts';

const DATABASE = 'guichet.db';
/** Another program with the profile's key: `node -e OTHER database key what`. */
const OTHER = `
  import Sqlite from 'better-sqlite3';
  const [, file, key, what] = process.argv;
  const raw = new Sqlite(file);
  raw.pragma("cipher = 'aegis'");
  raw.pragma('key = "raw:' + key + '"');
  if (what === 'hold') {
    raw.pragma('locking_mode = EXCLUSIVE');
    raw.exec('BEGIN EXCLUSIVE; CREATE TABLE held (id INTEGER); ROLLBACK; BEGIN EXCLUSIVE');
    process.stdin.once('data', () => { raw.close(); process.exit(0); });
  } else {
    raw.exec("INSERT INTO migration (name, at) VALUES ('of-a-later-version', 0)");
    raw.close();
  }
  process.stdout.write('done');
`;
async function another(folder: string, what: 'hold' | 'migrate'): Promise<ChildProcess> {
  const args = ['--input-type=module', '-e', OTHER, path.join(folder, DATABASE), databaseKey(folder), what];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout!.once('data', resolve));
  if (what === 'hold') return child;
  child.stdin!.end();
  await once(child, 'exit');
  return child;
}
function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const whole = readFileSync(file);
  whole.set(bytes, at);
  writeFileSync(file, whole);
}

interface Fault {
  readonly code: string;
  /** Does to the profile what a disk, a person or another program might. */
  readonly harm: (folder: string) => unknown;
}
const FAULTS: readonly Fault[] = [
  { code: 'db.wrongKey', harm: (folder) => writeFileSync(path.join(folder, 'profile.key'), randomBytes(32).toString('hex')) },
  { code: 'db.cutShort', harm: (folder) => truncateSync(path.join(folder, DATABASE), 8192) },
  { code: 'db.blanked', harm: (folder) => overwrite(path.join(folder, DATABASE), 0, new Uint8Array(4096)) },
  { code: 'db.damaged', harm: (folder) => overwrite(path.join(folder, DATABASE), 512, randomBytes(2048)) },
  { code: 'db.missing', harm: (folder) => renameSync(path.join(folder, DATABASE), path.join(folder, 'moved-by-somebody.db')) },
  { code: 'vault.missing', harm: (folder) => rmSync(path.join(folder, 'profile.key')) },
  { code: 'vault.damaged', harm: (folder) => writeFileSync(path.join(folder, 'profile.key'), 'cut off') },
  { code: 'db.newer', harm: (folder) => another(folder, 'migrate') },
  { code: 'db.busy', harm: (folder) => another(folder, 'hold') },
];

/** As docs/vault.md has it derived. */
function databaseKey(folder: string): string {
  const profileKey = Buffer.from(readFileSync(path.join(folder, 'profile.key'), 'utf8').trim(), 'hex');
  return Buffer.from(hkdfSync('sha256', profileKey, new Uint8Array(0), 'guichet/database/1', 32)).toString('hex');
}
/** What belongs to the profile, not to the running process: name and bytes. */
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /^(guichet\.db(\.check)?|profile\.key|vault\.json|recovery\.key|archive[\\/].*|moved.*)$/.test(name))
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  );
const namesOf = async (guichet: Guichet): Promise<string[]> => (await guichet.call('clients.list', {})).clients.map(({ name }) => name);
const choosing = (guichet: Guichet, folder: string): Promise<void> =>
  guichet.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);

test('a profile that cannot be opened says which of the faults it is, stays as it is, and a backup brings it back', async ({ door }) => {
  test.setTimeout(240_000);
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'guichet faults é '));
  const share = path.join(elsewhere, 'share');
  mkdirSync(share);
  const whole = await door.open();
  const names = await namesOf(whole);
  const { code } = await whole.call('recovery.begin', {});
  await whole.call('recovery.confirm', { code });
  await choosing(whole, share);
  await whole.call('shell.chooseBackupFolder', {});
  await whole.call('backup.run', {});
  await eventually(async () => ((await whole.call('backup.status', {})).madeAt ? true : undefined));
  await whole.close();

  const titles = new Set<string>();
  for (const fault of FAULTS) {
    await test.step(fault.code, async () => {
      const profileDir = path.join(elsewhere, fault.code);
      cpSync(door.profileDir, profileDir, { recursive: true, filter: (name) => !name.includes(`${path.sep}window`) });
      const other = await fault.harm(profileDir);
      const before = contentOf(profileDir);
      const guichet = await door.start({ env: { GUICHET_PROFILE: profileDir } });
      await expectGate(guichet, fault.code);
      titles.add((await guichet.page.getByTestId('gate-title').textContent())!);
      expect(await refusal(guichet.call('clients.list', {}))).toBe(fault.code);
      expect(contentOf(profileDir)).toEqual(before);
      await screenshot(guichet.page, 'broken', fault.code);
      expect(guichet.problems).toEqual([]);
      await OUT[fault.code]?.(guichet, { code, names, other });
      await guichet.close();
    });
  }
  expect(titles.size).toBe(FAULTS.length);

  await test.step('restored in its place', async () => {
    const profileDir = path.join(elsewhere, 'db.blanked');
    const before = readFileSync(path.join(profileDir, DATABASE));
    const guichet = await door.start({ env: { GUICHET_PROFILE: profileDir } });
    await expectGate(guichet, 'db.blanked');
    const { page } = guichet;
    await choosing(guichet, share);
    await page.getByTestId('gate-choose').click();
    await page.getByTestId('gate-restore-code').fill(code.toLowerCase());
    await page.getByTestId('gate-restore').click();
    await page.getByTestId('gate-restored').waitFor();
    await screenshot(page, 'broken', 'restored');
    await page.getByTestId('gate-continue').click();
    await passed(guichet);
    expect(await namesOf(guichet)).toEqual(names);
    const aside = readdirSync(profileDir).find((name) => name.startsWith('aside-'))!;
    expect(readFileSync(path.join(profileDir, aside, DATABASE)).equals(before)).toBe(true);
    await guichet.close();
  });
  rmSync(elsewhere, { recursive: true, force: true, maxRetries: 3 });
});

interface Known {
  readonly code: string;
  readonly names: readonly string[];
  /** What did the harm, when it was another program. */
  readonly other: unknown;
}
/** Ways out that need no backup, tried where they are offered. */
const byCode = async (guichet: Guichet, { code, names }: Known): Promise<void> => {
  await guichet.page.getByTestId('gate-code').fill(code);
  await guichet.page.getByTestId('gate-recover').click();
  await passed(guichet);
  expect(await namesOf(guichet)).toEqual(names);
};
const OUT: Readonly<Record<string, (guichet: Guichet, known: Known) => Promise<void>>> = {
  'db.wrongKey': byCode,
  'vault.missing': byCode,
  'vault.damaged': byCode,
  'db.busy': async (guichet, { names, other }) => {
    const holder = other as ChildProcess;
    const gone = once(holder, 'exit');
    holder.stdin!.write('go');
    await gone;
    await guichet.page.getByTestId('gate-retry').click();
    await passed(guichet);
    expect(await namesOf(guichet)).toEqual(names);
  },
};
