import { describe, expect, it } from 'vitest';
import type { ProfileVault } from '#app/vault/index.ts';
import type { KeyHolder } from '#shared/contract/vault.ts';
import { type ErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { createKeeper, type Keeper, type KeeperOptions } from './keeper.ts';

const KEY = new Uint8Array(32).fill(5);
const OTHER = new Uint8Array(32).fill(6);
const RIGHT = 'a sentence that is long';

interface Scene {
  /** What `open` of the vault throws. */
  readonly refuses?: string;
  /** What stops the core, start by start. */
  readonly stops?: (string | null)[];
  readonly required?: boolean;
  readonly hindered?: boolean;
  readonly keychain?: string | null;
  /** It has a name, and does not answer. */
  readonly mute?: boolean;
  readonly holders?: readonly KeyHolder[];
}

function scene(at: Scene) {
  const { refuses, stops = [], required = true, hindered = false, keychain = 'gnome_libsecret', mute = false } = at;
  const { holders = ['keychain'] } = at;
  const seen: string[] = [];
  const given: (Uint8Array | null)[] = [];
  const told: string[] = [];
  let refusal = refuses;
  const vault = (): ProfileVault => ({
    facts: async () => ({ holders, hasCode: true }),
    open: async () => {
      if (refusal) throw new GuichetError(refusal);
      return KEY;
    },
    unlock: async (passphrase) => {
      if (passphrase !== RIGHT) throw new GuichetError('vault.refused');
      return KEY;
    },
    create: async () => KEY,
    hold: async (key, by) => void seen.push(`hold ${key[0]} ${by.keychain} ${by.passphrase ?? '-'}`),
    recover: async (code) => {
      if (code !== 'CODE') throw new GuichetError('recovery.refused');
      return OTHER;
    },
  });
  let keeper: Keeper;
  let present: Promise<ErrorShape | null> | null = null;
  const begin = async (): Promise<ErrorShape | null> => {
    given.push(await keeper.key());
    const code = stops.shift() ?? null;
    return code === null ? null : toErrorShape(new GuichetError(code));
  };
  const core: KeeperOptions['core'] = {
    opened: () => (present ??= begin()),
    restart: async () => {
      seen.push('restart');
      present = begin();
    },
  };
  keeper = createKeeper({
    profileDir: '/p',
    environment: 'production',
    required,
    vault: async (withKeychain) => {
      if (withKeychain) seen.push('keychain');
      return vault();
    },
    keychainName: async () => (seen.includes('keychain') && mute ? null : keychain),
    hindered: async () => hindered,
    settle: async () => {},
    note: async ({ event, refused }) => void told.push(`${event} ${refused}`),
    startAnew: () => void seen.push('anew'),
    core,
    changed: () => void seen.push('changed'),
  });
  const status = () => keeper.handlers['vault.status']({});
  const codeOf = (work: unknown): Promise<string> =>
    Promise.resolve(work).then(
      () => 'done',
      (error: ErrorShape) => error.code,
    );
  /** The core falls, and another gets up. */
  const fall = () => (present = null);
  return { keeper, seen, given, told, status, codeOf, fall, heal: () => (refusal = undefined) };
}

describe('the keeper of the key', () => {
  it('gives the core what the vault opens by itself, and refuses no call', async () => {
    const { keeper, status, given } = scene({});
    expect(await status()).toMatchObject({
      state: 'open',
      problem: null,
      holders: ['keychain'],
      keychain: 'gnome_libsecret',
      folder: '/p',
    });
    expect(await keeper.refusal()).toBeNull();
    expect(given).toEqual([KEY]);
  });

  it('does not touch the keychain of a profile that may do without', async () => {
    const { seen, status } = scene({ required: false, holders: ['file'] });
    await status();
    expect(seen).toEqual([]);
    const chosen = scene({ required: false });
    await chosen.status();
    expect(chosen.seen).toEqual(['keychain']);
  });

  it('keeps the core waiting for a passphrase, refuses calls meanwhile, and opens with the right one only', async () => {
    const { keeper, status, given, seen, codeOf } = scene({ refuses: 'vault.sealed' });
    expect(await status()).toMatchObject({ state: 'sealed', problem: null });
    expect(await keeper.refusal()).toMatchObject({ code: 'vault.sealed' });
    expect(await codeOf(keeper.handlers['vault.unlock']({ passphrase: 'wrong' }))).toBe('vault.refused');
    expect(given).toEqual([]);
    expect(await keeper.handlers['vault.unlock']({ passphrase: RIGHT })).toMatchObject({ state: 'open' });
    expect(await keeper.refusal()).toBeNull();
    expect([given, seen.at(-1)]).toEqual([[KEY], 'changed']);
    expect(await codeOf(keeper.handlers['vault.unlock']({ passphrase: RIGHT }))).toBe('vault.open');
  });

  it('lets a new profile have its passphrase chosen, once', async () => {
    const { keeper, status, codeOf } = scene({ refuses: 'vault.bare', keychain: null });
    expect(await status()).toMatchObject({ state: 'bare', keychain: null });
    expect(await codeOf(keeper.handlers['vault.recover']({ code: 'CODE', passphrase: RIGHT }))).toBe('vault.open');
    expect(await keeper.handlers['vault.create']({ passphrase: RIGHT })).toMatchObject({ state: 'open' });
    expect(await codeOf(keeper.handlers['vault.create']({ passphrase: RIGHT }))).toBe('vault.open');
  });

  it('has a lost key held anew with the recovery code, by a passphrase where there is no keychain', async () => {
    const lost = scene({ refuses: 'vault.keychainGone', keychain: null });
    expect(await lost.status()).toMatchObject({ state: 'lost', problem: { code: 'vault.keychainGone' } });
    const { 'vault.recover': recover } = lost.keeper.handlers;
    expect(await lost.codeOf(recover({ code: 'CODE' }))).toBe('vault.passphraseNeeded');
    expect(await lost.codeOf(recover({ code: 'OTHER', passphrase: RIGHT }))).toBe('recovery.refused');
    const done = () => lost.seen.filter((each) => each !== 'keychain');
    expect(done()).toEqual([]);
    expect(await recover({ code: 'CODE', passphrase: RIGHT })).toMatchObject({ state: 'open' });
    expect(done()).toEqual([`hold 6 false ${RIGHT}`, 'changed']);
    expect(lost.given).toEqual([OTHER]);
  });

  it('has a recovered key held only when the database opened with it: what holds another may hold the right one', async () => {
    const { keeper, status, seen } = scene({ refuses: 'vault.keychainChanged', stops: ['db.wrongKey'] });
    await status();
    expect(await keeper.handlers['vault.recover']({ code: 'CODE' })).toMatchObject({ state: 'broken', problem: { code: 'db.wrongKey' } });
    expect(seen.filter((each) => each !== 'keychain')).toEqual(['changed']);
  });

  it('tells why the core stopped, starts another with a key that was recovered, and tries again when asked', async () => {
    const wrong = scene({ stops: ['db.wrongKey', null] });
    expect(await wrong.status()).toMatchObject({ state: 'broken', problem: { code: 'db.wrongKey' } });
    expect(await wrong.keeper.handlers['vault.recover']({ code: 'CODE' })).toMatchObject({ state: 'open', problem: null });
    expect(wrong.seen).toEqual(['keychain', 'keychain', 'restart', 'hold 6 true -', 'changed']);
    expect(wrong.given).toEqual([KEY, OTHER]);

    const busy = scene({ stops: ['db.busy', 'db.busy', null] });
    await busy.status();
    expect(await busy.keeper.handlers['vault.retry']({})).toMatchObject({ state: 'broken' });
    expect(await busy.keeper.handlers['vault.retry']({})).toMatchObject({ state: 'open' });
    expect(await busy.codeOf(busy.keeper.handlers['vault.retry']({}))).toBe('vault.open');
  });

  it('looks at a vault that failed once more when asked', async () => {
    const { keeper, status, heal } = scene({ refuses: 'vault.damaged' });
    expect(await status()).toMatchObject({ state: 'lost', problem: { code: 'vault.damaged' } });
    heal();
    expect(await keeper.handlers['vault.retry']({})).toMatchObject({ state: 'open' });
  });

  it('asks nobody for a key where there is no vendor to open it for', async () => {
    const { status, given } = scene({ refuses: 'vault.bare', hindered: true, stops: ['vendor.missing'] });
    expect(await status()).toMatchObject({ state: 'broken', problem: { code: 'vendor.missing' } });
    expect(given).toEqual([null]);
  });

  it('changes who holds the key of an open profile only', async () => {
    const open = scene({});
    await open.status();
    await open.keeper.handlers['vault.protect']({ keychain: true, passphrase: RIGHT });
    expect(open.seen.slice(-2)).toEqual([`hold 5 true ${RIGHT}`, 'changed']);
    const sealed = scene({ refuses: 'vault.sealed' });
    await sealed.status();
    expect(await sealed.codeOf(sealed.keeper.handlers['vault.protect']({ keychain: false, passphrase: null }))).toBe('vault.sealed');
    expect(sealed.seen).toEqual(['keychain']);
  });

  it('opens the core anew with the key of a profile that took the place of this one, whatever kept this one closed', async () => {
    for (const at of [{}, { refuses: 'vault.missing' }, { stops: ['db.blanked', null] }]) {
      const { keeper, status, seen, given } = scene(at);
      await status();
      await keeper.reopen(OTHER);
      expect(await status()).toMatchObject({ state: 'open', problem: null });
      expect([given.at(-1), seen.slice(-2)]).toEqual([OTHER, ['restart', 'changed']]);
    }
    const back = scene({});
    await back.status();
    await back.keeper.reopen(null);
    expect(back.given).toEqual([KEY, KEY]);
  });

  it('has a passphrase chosen where the system names a keychain that does not answer', async () => {
    const mute = scene({ refuses: 'vault.keychainGone', mute: true });
    expect(await mute.status()).toMatchObject({ state: 'lost', keychain: null });
    expect(await mute.codeOf(mute.keeper.handlers['vault.recover']({ code: 'CODE' }))).toBe('vault.passphraseNeeded');
    expect(await mute.keeper.handlers['vault.recover']({ code: 'CODE', passphrase: RIGHT })).toMatchObject({ state: 'open' });
    expect(mute.seen).toContain(`hold 6 false ${RIGHT}`);
  });

  it('starts the program anew for what only another process can see otherwise', async () => {
    const at: Scene[] = [{ refuses: 'vault.keychainGone' }, { hindered: true, stops: ['vendor.missing'] }, { stops: ['core.stopped'] }];
    for (const each of at) {
      const { keeper, status, seen } = scene(each);
      const { state } = await status();
      expect(await keeper.handlers['vault.retry']({})).toMatchObject({ state });
      expect(seen.filter((word) => word !== 'keychain')).toEqual(['anew']);
    }
  });

  it('tells of a core that fell and found something else when it got up', async () => {
    const { status, fall } = scene({ stops: [null, 'db.damaged'] });
    expect(await status()).toMatchObject({ state: 'open' });
    fall();
    expect(await status()).toMatchObject({ state: 'broken', problem: { code: 'db.damaged' } });
  });

  it('does one thing after the other: a passphrase sent twice opens one core, a profile that takes the place of this one meets nobody', async () => {
    const twice = scene({ refuses: 'vault.sealed' });
    const unlock = () => twice.codeOf(twice.keeper.handlers['vault.unlock']({ passphrase: RIGHT }));
    expect(await Promise.all([unlock(), unlock()])).toEqual(['done', 'vault.open']);
    expect([twice.seen, twice.given]).toEqual([['keychain', 'changed'], [KEY]]);

    const changed = scene({});
    await changed.status();
    const place = changed.keeper.inTurn(async () => {
      await changed.keeper.reopen(OTHER);
      changed.seen.push('placed');
    });
    await Promise.all([place, changed.keeper.handlers['vault.protect']({ keychain: true })]);
    expect(changed.seen.filter((word) => word !== 'keychain')).toEqual(['restart', 'changed', 'placed', 'hold 6 true -', 'changed']);
  });

  it('has the trail told what was done about the key, and how often a secret was refused before', async () => {
    const sealed = scene({ refuses: 'vault.sealed' });
    await sealed.status();
    const { 'vault.unlock': unlock, 'vault.recover': recover, 'vault.protect': protect } = sealed.keeper.handlers;
    await sealed.codeOf(unlock({ passphrase: 'wrong' }));
    await sealed.codeOf(recover({ code: 'OTHER' }));
    expect(sealed.told).toEqual([]);
    await unlock({ passphrase: RIGHT });
    await protect({ keychain: true });
    expect(sealed.told).toEqual(['unlocked 2', 'protected 0']);
    const lost = scene({ refuses: 'vault.missing' });
    await lost.status();
    await lost.keeper.handlers['vault.recover']({ code: 'CODE' });
    expect(lost.told).toEqual(['recovered 0']);
    const broken = scene({ refuses: 'vault.missing', stops: ['db.damaged'] });
    await broken.status();
    await broken.keeper.handlers['vault.recover']({ code: 'CODE' });
    expect(broken.told).toEqual([]);
  });
});
