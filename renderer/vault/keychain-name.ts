/** Names of the systems' keychains as their makers write them; the keys are those of the system's safe storage. */
const NAMES: Readonly<Record<string, string>> = {
  gnome_libsecret: 'GNOME Keyring',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
  dpapi: 'Windows DPAPI',
  keychain: 'macOS Keychain',
};

export const keychainLabel = (name: string): string => NAMES[name] ?? name;
