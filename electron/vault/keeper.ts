import { createInTurn, type InTurn } from '#app/core/in-turn.ts';
import type { ProfileVault } from '#app/vault/index.ts';
import type { Handlers, Input } from '#shared/contract/index.ts';
import type { Environment } from '#shared/contract/settings.ts';
import type { VaultEvent, VaultStatus } from '#shared/contract/vault.ts';
import { type ErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';

type VaultMethod = 'vault.status' | 'vault.unlock' | 'vault.create' | 'vault.recover' | 'vault.protect' | 'vault.retry';

export interface KeeperOptions {
  readonly profileDir: string;
  readonly environment: Environment;
  /** The environment takes no key in a file. */
  readonly required: boolean;
  /** @param withKeychain `false` where nothing asks the keychain, which may be slow, or open a dialog of the system */
  readonly vault: (withKeychain: boolean) => Promise<ProfileVault>;
  /** `null` where there is none that encrypts, as far as it is known: one that was asked and did not answer is none. */
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
  /** Has the core, which is open, write into its trail. */
  readonly note: (input: Input<'vault.note'>) => Promise<unknown>;
  /** Ends the program and starts it again. */
  readonly startAnew: () => void;
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
  /** For a profile that is put in the place of this one: who holds a key, and of which profile, changes in one place at a time. */
  readonly inTurn: InTurn;
  readonly handlers: Pick<Handlers<VaultMethod>, VaultMethod>;
}

type Gate =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly key: Uint8Array | null }
  | { readonly state: 'bare' | 'sealed' | 'lost'; readonly problem: ErrorShape };

/** What {@link ProfileVault.open} throws where a person is asked as usual; with any other code the key is lost to the program. */
const USUAL: Readonly<Record<string, 'bare' | 'sealed'>> = { 'vault.bare': 'bare', 'vault.sealed': 'sealed' };

/**
 * What only another process sees otherwise: Chromium asks the system for its keychain once, the vendor's file says at the start what may be reached,
 * and a core that was laid down for a profile which then could not take its place stays down.
 */
const isForAnother = (code: string): boolean => code === 'vault.keychainGone' || code === 'core.stopped' || code.startsWith('vendor.');

/** A secret that is not the right one; a typing error that its own check finds was never tried. */
const isWrong = (error: unknown): boolean =>
  error instanceof GuichetError && ['vault.refused', 'recovery.refused', 'vault.otherProfile'].includes(error.code);

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
  note,
  startAnew,
  changed,
}: KeeperOptions): Keeper {
  let gate: Gate = { state: 'opening' };
  let stopped: ErrorShape | null = null;
  /** Wrong passphrases and codes since the last was right. */
  let refused = 0;
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
  const inTurn = createInTurn();
  const decided = inTurn(decide);
  const settled = decided.then(look);

  const state = (): VaultStatus['state'] => (gate.state === 'open' && stopped ? 'broken' : gate.state);
  const assertIn = (code: string, ...states: readonly VaultStatus['state'][]): void => {
    if (!states.includes(state())) throw new GuichetError(code);
  };
  const problem = (): ErrorShape | null => (gate.state === 'lost' ? gate.problem : stopped);
  const status = async (): Promise<VaultStatus> => {
    const { holders, hasCode } = await (await vault(false)).facts();
    return {
      state: state(),
      environment,
      problem: problem(),
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
  const begin = async (key: Uint8Array): Promise<void> => {
    const waited = gate.state !== 'open';
    enter(key);
    if (!waited) await core.restart();
    await look();
  };
  const openWith = async (key: Uint8Array): Promise<void> => {
    await begin(key);
    changed();
  };

  /** What a person did goes into the trail of the core, with the tries that were refused while there was none to write into. */
  const tell = async (event: VaultEvent): Promise<void> => {
    if (state() !== 'open') return;
    const { holders } = await (await vault(false)).facts();
    const told = refused;
    refused = 0;
    // The key changed hands already, whatever becomes of the row.
    await note({ event, holders: [...holders], refused: told }).catch(() => {
      refused += told;
    });
  };
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (isWrong(error)) refused += 1;
      throw error;
    }
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
    inTurn,
    handlers: {
      'vault.status': async () => {
        await settled;
        // Not as it was at the start: a core may fall, and find something else when it gets up.
        await look();
        return status();
      },
      'vault.unlock': ({ passphrase }) =>
        inTurn(async () => {
          assertIn('vault.open', 'sealed');
          await openWith(await counted((await vault(false)).unlock(passphrase)));
          await tell('unlocked');
          return status();
        }),
      'vault.create': ({ passphrase }) =>
        inTurn(async () => {
          assertIn('vault.open', 'bare');
          await openWith(await (await vault(false)).create(passphrase));
          await tell('created');
          return status();
        }),
      'vault.recover': ({ code, passphrase }) =>
        inTurn(async () => {
          assertIn('vault.open', 'sealed', 'lost', 'broken');
          const wanted = await usesKeychain();
          // Asked before its name: a system may name one that does not answer.
          const here = await vault(wanted);
          const keychain = wanted && (await keychainName()) !== null;
          if (required && !keychain && passphrase === undefined) throw new GuichetError('vault.passphraseNeeded');
          const key = await counted(here.recover(code));
          await begin(key);
          try {
            // Only when the database opened with it: files of two profiles may have come together, and what holds a key now may hold the right one.
            if (state() === 'open') {
              // A passphrase that was forgotten goes, and one from elsewhere that wraps another key.
              await here.hold(key, { keychain, passphrase: passphrase ?? null });
              await tell('recovered');
            }
          } finally {
            changed();
          }
          return status();
        }),
      'vault.protect': ({ keychain, passphrase }) =>
        inTurn(async () => {
          assertIn('vault.sealed', 'open');
          if (gate.state !== 'open' || gate.key === null) throw new GuichetError('vault.sealed');
          await (await vault(keychain)).hold(gate.key, { keychain, passphrase });
          await tell('protected');
          changed();
          return status();
        }),
      'vault.retry': () =>
        inTurn(async () => {
          assertIn('vault.open', 'lost', 'broken');
          if (isForAnother(problem()?.code ?? '')) {
            startAnew();
          } else if (gate.state === 'open') {
            await settle();
            await restart();
          } else {
            await decide();
            await look();
            changed();
          }
          return status();
        }),
    },
  };
}
