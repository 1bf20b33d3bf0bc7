import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppImageUpdater } from 'electron-updater';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GUICHET_MIGRATIONS } from '#app/core/migrations.ts';
import { createNodeNet } from '#app/platform/node/net.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { readText } from './fetch.ts';
import { createInstaller } from './installer.ts';
import { standingOf } from './standing.ts';
import { type KeyPair, makeKeys, NAME, NOW, PROGRAM, releaseOf, SCHEMA, signed, startFeed, TARGET } from './testing.ts';
import { createUpdater, type Standing } from './updater.ts';

const netTo = (origin: string) => createNodeNet({ origins: [origin] });

/** A vendor's feed, an installed program that is a file, and the real library between them. */
async function stage() {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-updates-'));
  const program = path.join(folder, 'Guichet.AppImage');
  // What the library starts once the new program is in place; this one ends at once.
  writeFileSync(program, '#!/bin/sh\nexit 0\n');
  chmodSync(program, 0o755);
  const files = new Map<string, Uint8Array | string>([[NAME, PROGRAM]]);
  const feed = await startFeed(files);
  const vendor = await makeKeys();
  const standing: Standing = { source: { feed: feed.feed, keys: [vendor.known] }, filings: 0, schema: SCHEMA };
  const cacheDir = path.join(folder, 'cache');
  const adapter = {
    ...{ version: '0.1.0', name: 'Guichet', isPackaged: true },
    ...{ appUpdateConfigPath: path.join(cacheDir, 'library.yml'), userDataPath: cacheDir, baseCachePath: cacheDir },
    whenReady: () => Promise.resolve(),
    relaunch: () => {},
    quit: () => {},
    onQuit: () => {},
  };
  const installs: boolean[][] = [];
  const installer = createInstaller(adapter, cacheDir, netTo, async (app) => {
    const updater = new AppImageUpdater(null, app);
    // All but the end of the running program, which is the test itself.
    updater.quitAndInstall = (...asked) => {
      installs.push(asked as boolean[]);
      updater.install(true, false);
    };
    return updater;
  });
  const world = { standing, ask: (): Promise<Standing> => Promise.resolve(world.standing) };
  const updater = createUpdater({
    ...{ version: '0.1.0', target: TARGET, installation: 'test', installer },
    read: (url) => readText(netTo, url),
    standing: () => world.ask(),
    now: () => NOW,
  });
  const offer = async (change = {}, by: KeyPair = vendor): Promise<void> => {
    files.set('guichet-release.json', await signed(releaseOf(change), by));
  };
  return { folder, program, cacheDir, files, feed, vendor, world, updater, installs, offer };
}

let on: Awaited<ReturnType<typeof stage>>;
const environment = process.env.APPIMAGE;
beforeEach(async () => {
  on = await stage();
  process.env.APPIMAGE = on.program;
});
afterEach(async () => {
  await on.feed.close();
  rmSync(on.folder, { recursive: true, force: true });
  if (environment === undefined) delete process.env.APPIMAGE;
  else process.env.APPIMAGE = environment;
});

async function settled() {
  for (;;) {
    const update = await on.updater.status();
    if (update.state !== 'downloading') return update;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const downloaded = async () => {
  await on.updater.check();
  await on.updater.download();
  return settled();
};
const pending = (): string | undefined =>
  existsSync(on.cacheDir)
    ? (readdirSync(on.cacheDir, { recursive: true }) as string[]).find((name) => name.endsWith('.AppImage'))
    : undefined;

describe('a new version at the feed', () => {
  it('is offered with what it changes, fetched, compared and installed', async () => {
    await on.offer();
    const offered = await on.updater.check();
    expect(offered).toMatchObject({ state: 'available', release: { version: '0.2.0', bytes: PROGRAM.length, steps: 1 }, problem: null });
    expect(on.feed.asked).toEqual(['guichet-release.json']);
    expect(await downloaded()).toMatchObject({ state: 'ready', percent: 100 });
    expect(readFileSync(path.join(on.cacheDir, pending()!))).toEqual(PROGRAM);
    await on.updater.install();
    expect(on.installs).toEqual([[true, true]]);
    expect(readFileSync(on.program)).toEqual(PROGRAM);
  });

  it.each([
    ['signed by somebody else', async () => on.offer({}, await makeKeys()), 'updates.signature'],
    ['older than this one', () => on.offer({ version: '0.0.9' }), 'updates.older'],
    ['unable to open the database', () => on.offer({ schema: ['settings'] }), 'updates.schema'],
    ['announced too long ago', () => on.offer({ until: '2026-11-01T00:00:00.000Z' }), 'updates.expired'],
    ['a page of something else', async () => void on.files.set('guichet-release.json', '<html></html>'), 'updates.unreadable'],
    ['longer than any release', async () => void on.files.set('guichet-release.json', 'x'.repeat(300_000)), 'updates.unreadable'],
    ['not there', async () => {}, 'updates.unreachable'],
  ])('%s is refused before a file is fetched', async (_what, arrange, code) => {
    await arrange();
    expect(await on.updater.check()).toMatchObject({ state: 'failed', release: null, problem: { code } });
    expect(await on.updater.download()).toMatchObject({ state: 'failed' });
    expect(on.feed.asked).not.toContain(NAME);
    await expect(on.updater.install()).rejects.toMatchObject({ code: 'updates.notReady' });
  });

  it.each([
    ['changed in one byte', () => Buffer.concat([PROGRAM.subarray(1), Buffer.from('x')])],
    ['too long', () => Buffer.concat([PROGRAM, PROGRAM])],
    ['cut short', () => PROGRAM.subarray(0, 100)],
  ])('with a file that is %s is refused, and the file not kept', async (_what, make) => {
    await on.offer();
    on.files.set(NAME, make());
    expect(await downloaded()).toMatchObject({ state: 'failed', problem: { code: 'updates.hash' } });
    expect(pending()).toBeUndefined();
    await expect(on.updater.install()).rejects.toMatchObject({ code: 'updates.notReady' });
  });

  it('is compared once more when it is installed', async () => {
    await on.offer();
    await downloaded();
    writeFileSync(path.join(on.cacheDir, pending()!), 'something else');
    await expect(on.updater.install()).rejects.toMatchObject({ code: 'updates.hash' });
    expect(on.installs).toEqual([]);
    expect(await on.updater.status()).toMatchObject({ state: 'failed', problem: { code: 'updates.hash' } });
  });

  it('waits while a return is on its way', async () => {
    await on.offer();
    await downloaded();
    on.world.standing = { ...on.world.standing, filings: 2 };
    expect(await on.updater.status()).toMatchObject({ state: 'ready', filings: 2 });
    await expect(on.updater.install()).rejects.toMatchObject({ code: 'updates.filings', params: { count: 2 } });
    expect(on.installs).toEqual([]);
    on.world.standing = { ...on.world.standing, filings: 0 };
    await on.updater.install();
    expect(on.installs).toHaveLength(1);
  });

  it('comes in when the profile was written by a newer version, and only one that opens it', async () => {
    const ofCore = new GuichetError('db.newer', { params: { step: 'newer-001', steps: 'newer-001 newer-002' } });
    on.world.ask = () =>
      standingOf(
        async () => Promise.reject(ofCore),
        async () => on.world.standing.source,
      );
    const known = GUICHET_MIGRATIONS.map(({ name }) => name);
    await on.offer({ schema: [...known, 'newer-001'] });
    expect(await on.updater.check()).toMatchObject({ problem: { code: 'updates.schema', params: { step: 'newer-002' } } });
    await on.offer({ schema: [...known, 'newer-001', 'newer-002', 'newer-003'] });
    expect(await downloaded()).toMatchObject({ state: 'ready', filings: 0, release: { steps: 1 } });
    await on.updater.install();
    expect(on.installs).toHaveLength(1);
  });

  it('waits while the profile does not open for another reason', async () => {
    await on.offer();
    await downloaded();
    const refused = (code: string) => {
      on.world.ask = () =>
        standingOf(
          async () => Promise.reject(new GuichetError(code)),
          async () => on.world.standing.source,
        );
      return expect(on.updater.install()).rejects;
    };
    await refused('db.damaged').toMatchObject({ code: 'updates.closed', params: { code: 'db.damaged' } });
    await refused('vault.sealed').toMatchObject({ code: 'updates.closed' });
    await refused('core.stopped').toMatchObject({ code: 'core.stopped' });
    expect(on.installs).toEqual([]);
  });

  it('is not asked for without a feed', async () => {
    await on.offer();
    on.world.standing = { ...on.world.standing, source: null };
    expect(await on.updater.check()).toMatchObject({ state: 'off', release: null });
    expect(on.feed.asked).toEqual([]);
  });
});
