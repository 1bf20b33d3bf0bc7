import type { SafeStorage } from 'electron';
import { expect, it } from 'vitest';
import { systemKeychain } from './keychain.ts';

type Backend = ReturnType<SafeStorage['getSelectedStorageBackend']>;

function storage(backend: Backend, answers: boolean[]) {
  const asked: boolean[] = [];
  const safe = {
    getSelectedStorageBackend: () => backend,
    isEncryptionAvailable: () => {
      asked.push(true);
      return answers.shift() ?? false;
    },
    encryptString: (text: string) => Buffer.from(text.toUpperCase()),
    decryptString: (sealed: Buffer) => sealed.toString().toLowerCase(),
  } as SafeStorage;
  return { safe, asked };
}

it('has a name without being asked, and seals when it is', () => {
  const { safe, asked } = storage('gnome_libsecret', [true]);
  const keychain = systemKeychain(safe, 'linux');
  expect([keychain.name(), asked]).toEqual(['gnome_libsecret', []]);
  const open = keychain.ask()!;
  expect([open.name, open.open(open.seal('abc'))]).toEqual(['gnome_libsecret', 'abc']);
  expect([systemKeychain(safe, 'win32').name(), systemKeychain(safe, 'darwin').name()]).toEqual(['dpapi', 'keychain']);
});

it('is none where nothing encrypts, whatever the desktop is called', () => {
  for (const backend of ['basic_text', 'unknown'] as const) {
    const { safe, asked } = storage(backend, [true]);
    const keychain = systemKeychain(safe, 'linux');
    expect([keychain.name(), keychain.ask(), asked]).toEqual([null, null, []]);
  }
});

it('is none from the moment it did not answer, and is not asked again', () => {
  const { safe, asked } = storage('gnome_libsecret', [false, true]);
  const keychain = systemKeychain(safe, 'linux');
  expect([keychain.ask(), keychain.name(), keychain.ask(), asked]).toEqual([null, null, null, [true]]);
});
