import type { ProfileVault } from '#app/vault/index.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { Environment } from '#shared/contract/settings.ts';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { type ErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';

type VaultMethod = 'vault.status' | 'vault.unlock' | 'vault.create' | 'vault.recover' | 'vault.protect' | 'vault.retry';

export interface KeeperOptions {
  readonly profileDir: string;
  readonly environment: Environment;
  /** The environment takes no key in a file. */
  readonly required: boolean;
  /** @param withKeychain `false` where nothing asks the keychain, which may be slow, or open a dialog of the system */
  readonly vault: (withKeychain: boolean) => Promise<ProfileVault>;
  readonly keychainName: () => Promise<string | null>;
  /** Whether the profile is stopped before its key is of any use, by a vendor's file that is not there; the core says so in its own words. */
  readonly hindered: () => Promise<boolean>;
  /** Ends what a power cut left half done, before anything of the profile is read. @throws GuichetError `restore.busy`, `restore.stuck` */
  readonly settle: () => Promise<unknown>;
  readonly core: {
    /** What stopped it from opening; comes when it is open or stopped. */
    opened(): Promise<ErrorShape | null>;
    /** Closes it, unless it rests, and opens another. */
    restart(): Promise<void>;
  };
  /** The window asks anew. */
  readonly changed: () => void;
}

export interface Keeper {
  /** The key as soon as the system or a person gives it; `null` when the core stops before it needs one. Never fails. */
  key(): Promise<Uint8Array | null>;
  /** `null`: the core has its key. Otherwise why not; comes with the first decision, never fails. */
  refusal(): Promise<ErrorShape | null>;
  /** Opens a core that rests. @param profileKey of the profile that was put in place of the one before; `null`: that one is here still */
  reopen(profileKey: Uint8Array | null): Promise<void>;
  readonly handlers: Pick<Handlers<VaultMethod>, VaultMethod>;
}

type Gate =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly key: Uint8Array | null }
  | { readonly state: 'bare' | 'sealed' | 'lost'; readonly problem: ErrorShape };

/** What {@link ProfileVault.open} throws where a person is asked as usual; with any other code the key is lost to the program. */
const USUAL: Readonly<Record<string, 'bare' | 'sealed'>> = { 'vault.bare': 'bare', 'vault.sealed': 'sealed' };

/** Holds the profile's key while the program runs, and has it asked for where it must be. */
export function createKeeper({
  profileDir,
  environment,
  required,
  vault,
  keychainName,
  hindered,
  settle,
  core,
  changed,
}: KeeperOptions): Keeper {
  let gate: Gate = { state: 'opening' };
  let stopped: ErrorShape | null = null;
  let give: (key: Uint8Array | null) => void = () => {};
  const given = new Promise<Uint8Array | null>((resolve) => {
    give = resolve;
  });

  const enter = (key: Uint8Array | null): void => {
    gate = { state: 'open', key };
    give(key);
  };
  /** Where nothing else may hold a new key, and wherever it holds one already. */
  const usesKeychain = async (): Promise<boolean> => required || (await (await vault(false)).facts()).holders.includes('keychain');
  const decide = async (): Promise<void> => {
    try {
      await settle();
      enter(required && (await hindered()) ? null : await (await vault(await usesKeychain())).open());
    } catch (error) {
      const problem = toErrorShape(error);
      gate = { state: USUAL[problem.code] ?? 'lost', problem };
    }
  };
  const look = async (): Promise<void> => {
    if (gate.state === 'open') stopped = await core.opened();
  };
  const decided = decide();
  const settled = decided.then(look);

  const state = (): VaultStatus['state'] => (gate.state === 'open' && stopped ? 'broken' : gate.state);
  const assertIn = (code: string, ...states: readonly VaultStatus['state'][]): void => {
    if (!states.includes(state())) throw new GuichetError(code);
  };
  const status = async (): Promise<VaultStatus> => {
    const { holders, hasCode } = await (await vault(false)).facts();
    const problem = gate.state === 'lost' ? gate.problem : stopped;
    return {
      state: state(),
      environment,
      problem,
      holders: [...holders],
      keychain: await keychainName(),
      required,
      hasCode,
      folder: profileDir,
    };
  };
  const restart = async (): Promise<void> => {
    await core.restart();
    await look();
    changed();
  };
  /** Opens the core with a key that a person's secret gave: the one that waits for it, or another in place of the one that stopped. */
  const openWith = async (key: Uint8Array): Promise<void> => {
    const waited = gate.state !== 'open';
    enter(key);
    if (!waited) return restart();
    await look();
    changed();
  };

  return {
    key: () => (gate.state === 'open' ? Promise.resolve(gate.key) : given),
    refusal: async () => {
      await decided;
      return gate.state === 'bare' || gate.state === 'sealed' || gate.state === 'lost' ? gate.problem : null;
    },
    reopen: async (key) => {
      if (key) enter(key);
      await restart();
    },
    handlers: {
      'vault.status': async () => {
        await settled;
        return status();
      },
      'vault.unlock': async ({ passphrase }) => {
        assertIn('vault.open', 'sealed');
        await openWith(await (await vault(false)).unlock(passphrase));
        return status();
      },
      'vault.create': async ({ passphrase }) => {
        assertIn('vault.open', 'bare');
        await openWith(await (await vault(false)).create(passphrase));
        return status();
      },
      'vault.recover': async ({ code, passphrase }) => {
        assertIn('vault.open', 'sealed', 'lost', 'broken');
        const keychain = (await usesKeychain()) && (await keychainName()) !== null;
        if (required && !keychain && passphrase === undefined) throw new GuichetError('vault.passphraseNeeded');
        const here = await vault(keychain);
        const key = await here.recover(code);
        // A passphrase that was forgotten goes, and one from elsewhere that wraps another key.
        await here.hold(key, { keychain, passphrase: passphrase ?? null });
        await openWith(key);
        return status();
      },
      'vault.protect': async ({ keychain, passphrase }) => {
        assertIn('vault.sealed', 'open');
        if (gate.state !== 'open' || gate.key === null) throw new GuichetError('vault.sealed');
        await (await vault(keychain)).hold(gate.key, { keychain, passphrase });
        changed();
        return status();
      },
      'vault.retry': async () => {
        assertIn('vault.open', 'lost', 'broken');
        if (gate.state === 'open') {
          await settle();
          await restart();
        } else {
          await decide();
          await look();
          changed();
        }
        return status();
      },
    },
  };
}
