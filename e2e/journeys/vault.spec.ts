import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, expectGate, PROTECTED, passed, refusal, test } from '../harness/gate.ts';
import { openKeyring } from '../harness/keyring.ts';
import type { Guichet } from '../harness/launch.ts';
import { screenshot } from '../harness/screenshot.ts';

const PASSPHRASE = 'vier ramen op een kier';
const FILE = 'profile.key';
const HOLDERS = 'vault.json';

const clientsOf = async (guichet: Guichet): Promise<string[]> => (await guichet.call('clients.list', {})).clients.map(({ id }) => id);
const namesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name === FILE || name === HOLDERS);

/** Whether any file of the profile has these bytes, as they are, in hex or in base64. */
function holds(folder: string, key: Buffer): string[] {
  const writings = [
    key,
    Buffer.from(key.toString('hex')),
    Buffer.from(key.toString('hex').toUpperCase()),
    Buffer.from(key.toString('base64')),
  ];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = path.join(folder, name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(file);
    return writings.some((writing) => bytes.includes(writing));
  });
}

test('without a keychain a passphrase is chosen, asked for at every start, and nothing opens without it', async ({ door }) => {
  const first = await door.start({ env: PROTECTED });
  await expectGate(first, 'bare');
  expect(await refusal(first.call('clients.list', {}))).toBe('vault.bare');
  await screenshot(first.page, 'vault', 'bare');
  await first.page.getByTestId('passphrase-new').fill(PASSPHRASE);
  await first.page.getByTestId('passphrase-again').fill('another one altogether');
  await first.page.getByTestId('gate-create').click();
  await expectGate(first, 'bare');
  await first.page.getByTestId('passphrase-again').fill(PASSPHRASE);
  await first.page.getByTestId('gate-create').click();
  await passed(first);
  const clients = await clientsOf(first);
  expect(first.problems).toEqual([]);
  await first.close();
  expect(namesIn(door.profileDir)).toEqual([HOLDERS]);

  const second = await door.start({ env: PROTECTED });
  await expectGate(second, 'sealed');
  expect(await refusal(second.call('clients.list', {}))).toBe('vault.sealed');
  await screenshot(second.page, 'vault', 'sealed');
  await second.page.getByTestId('gate-passphrase').fill('vier ramen op een kiel');
  await second.page.keyboard.press('Enter');
  await expect(second.page.getByTestId('gate-problem')).toBeVisible();
  expect(await refusal(second.call('clients.list', {}))).toBe('vault.sealed');
  await second.page.getByTestId('gate-passphrase').fill(PASSPHRASE);
  await second.page.keyboard.press('Enter');
  await passed(second);
  expect(await clientsOf(second)).toEqual(clients);
  await second.close();
});

// The keychain of the journeys is GNOME's; those of other systems cannot be made for a test.
if (process.platform === 'linux') {
  test('the system’s keychain holds the key and asks nothing; when it is another, the recovery code gives the key back', async ({
    door,
  }) => {
    const keyring = await openKeyring();
    const options = { env: { ...PROTECTED, ...keyring.env }, args: keyring.args };
    try {
      const first = await door.open(options);
      expect(await first.call('vault.status', {})).toMatchObject({ state: 'open', holders: ['keychain'], keychain: 'gnome_libsecret' });
      expect(namesIn(door.profileDir)).toEqual([HOLDERS]);
      const clients = await clientsOf(first);
      const { code } = await first.call('recovery.begin', {});
      await first.call('recovery.confirm', { code });
      const { slots } = JSON.parse(readFileSync(path.join(door.profileDir, HOLDERS), 'utf8')) as { slots: { sealed: string }[] };
      const key = await first.app.evaluate(
        ({ safeStorage }, sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
        slots[0]!.sealed,
      );
      expect(key).toMatch(/^[0-9a-f]{64}$/);
      await first.close();
      expect(holds(door.profileDir, Buffer.from(key, 'hex'))).toEqual([]);

      const second = await door.open(options);
      expect(await clientsOf(second)).toEqual(clients);
      await second.close();

      await keyring.replace();
      const third = await door.start(options);
      await expectGate(third, 'vault.keychainChanged');
      await screenshot(third.page, 'vault', 'keychain-changed');
      await third.page.getByTestId('gate-code').fill(code);
      await third.page.getByTestId('gate-recover').click();
      await passed(third);
      expect(await clientsOf(third)).toEqual(clients);
      await third.close();

      const fourth = await door.open(options);
      expect(await clientsOf(fourth)).toEqual(clients);
      await fourth.close();
      const without = await door.start({ env: PROTECTED });
      await expectGate(without, 'vault.keychainGone');
      await without.close();
    } finally {
      await keyring.close();
    }
  });

  test('a keychain that has a name and does not answer: tried by starting again, or replaced by a passphrase', async ({ door }) => {
    const keyring = await openKeyring();
    const withoutBus = { env: PROTECTED, args: keyring.args };
    try {
      const first = await door.open({ ...withoutBus, env: { ...PROTECTED, ...keyring.env } });
      const clients = await clientsOf(first);
      const { code } = await first.call('recovery.begin', {});
      await first.call('recovery.confirm', { code });
      await first.close();

      const second = await door.start(withoutBus);
      await expectGate(second, 'vault.keychainGone');
      const program = second.app.process();
      const ended = once(program, 'exit');
      const said = once(program.stdout!, 'data');
      await second.app.evaluate(({ app }) => {
        app.relaunch = () => void process.stdout.write('starts again');
      });
      await second.page.getByTestId('gate-retry').click();
      expect(String((await said)[0])).toBe('starts again');
      await ended;

      const third = await door.start(withoutBus);
      await expectGate(third, 'vault.keychainGone');
      await third.page.getByTestId('gate-way-code').click();
      await third.page.getByTestId('gate-code').fill(code);
      await third.page.getByTestId('passphrase-new').fill(PASSPHRASE);
      await third.page.getByTestId('passphrase-again').fill(PASSPHRASE);
      await third.page.getByTestId('gate-recover').click();
      await passed(third);
      expect(await third.call('vault.status', {})).toMatchObject({ holders: ['passphrase'], keychain: null });
      expect(await clientsOf(third)).toEqual(clients);
      await third.close();
    } finally {
      await keyring.close();
    }
  });

  test('a profile of the sandbox is protected in the settings: by keychain, by passphrase, by both', async ({ door }) => {
    const keyring = await openKeyring();
    const options = { env: keyring.env, args: keyring.args };
    try {
      const first = await door.open(options);
      expect(namesIn(door.profileDir)).toEqual([FILE]);
      const key = Buffer.from(readFileSync(path.join(door.profileDir, FILE), 'utf8').trim(), 'hex');
      const { page } = first;
      await page.getByTestId('nav-settings').click();
      await page.getByTestId('settings-security').click();
      const holder = page.getByTestId('security-holder');
      await expect(holder).toHaveAttribute('data-holders', 'file');
      await screenshot(page, 'vault', 'security-file');
      await page.getByTestId('security-keychain').click();
      await expect(holder).toHaveAttribute('data-holders', 'keychain');
      await page.getByTestId('security-passphrase').click();
      await page.getByTestId('passphrase-new').fill(PASSPHRASE);
      await page.getByTestId('passphrase-again').fill(PASSPHRASE);
      await page.getByTestId('security-passphrase-save').click();
      await expect(holder).toHaveAttribute('data-holders', 'keychain passphrase');
      await screenshot(page, 'vault', 'security-both');
      expect(first.problems).toEqual([]);
      await first.close();
      expect(namesIn(door.profileDir)).toEqual([HOLDERS]);
      expect(holds(door.profileDir, key)).toEqual([]);

      const asked = await door.open(options);
      await asked.close();
      const without = await door.start();
      await expectGate(without, 'sealed');
      await without.page.getByTestId('gate-passphrase').fill(PASSPHRASE);
      await without.page.getByTestId('gate-open').click();
      await passed(without);
      await without.close();
      expect(existsSync(path.join(door.profileDir, FILE))).toBe(false);
    } finally {
      await keyring.close();
    }
  });
} else console.log('not played on this system: who holds the key where there is a keychain');
