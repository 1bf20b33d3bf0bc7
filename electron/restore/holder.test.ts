import { expect, it } from 'vitest';
import type { KeyHolder } from '#shared/contract/vault.ts';
import { createHolder } from './holder.ts';

const KEY = new Uint8Array(32);
const PASSPHRASE = 'three words and a dot.';
interface Profile {
  readonly required: boolean;
  readonly holders: KeyHolder[];
  readonly keychain: string | null;
}
const inSandbox = (...holders: KeyHolder[]): Profile => ({ required: false, holders, keychain: 'dpapi' });

/** What would hold the key of a profile restored in the place of this one. */
async function held(profile: Profile, passphrase?: string): Promise<string> {
  let by = 'nothing';
  const holder = createHolder({
    status: async () => profile,
    vaultIn: async (_folder, withKeychain) => ({
      hold: async (_key, { keychain, passphrase: word }) => {
        expect(keychain).toBe(withKeychain);
        by = [...(keychain ? ['keychain'] : []), ...(word ? ['passphrase'] : [])].join('+');
      },
    }),
    keepInFile: async () => {
      by = 'file';
    },
  });
  if (passphrase === undefined && (await holder.passphraseNeeded())) return 'asks';
  await holder.holdKey('/restored', KEY, passphrase);
  return by;
}

it('is the keychain where there is one and the environment wants it, a passphrase where there is none', async () => {
  const profile = { required: true, holders: ['passphrase'] satisfies KeyHolder[], keychain: 'gnome_libsecret' };
  expect(await held(profile)).toBe('keychain');
  expect(await held(profile, PASSPHRASE)).toBe('keychain+passphrase');
  expect(await held({ ...profile, keychain: null })).toBe('asks');
  expect(await held({ ...profile, holders: [], keychain: null }, PASSPHRASE)).toBe('passphrase');
});

it('is the file in the sandbox, unless a person protected the profile that is here', async () => {
  expect(await held(inSandbox('file'))).toBe('file');
  expect(await held(inSandbox())).toBe('file');
  expect(await held(inSandbox('keychain'))).toBe('keychain');
  expect(await held(inSandbox('passphrase'))).toBe('asks');
  expect(await held(inSandbox('file'), PASSPHRASE)).toBe('passphrase');
  expect(await held({ ...inSandbox('keychain', 'passphrase'), keychain: null })).toBe('asks');
});
