/** Names of the systems' keychains as their makers write them; the keys are those of the system's safe storage. */
const NAMES: Readonly<Record<string, string>> = {
  gnome_libsecret: 'GNOME Keyring',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
  dpapi: 'Windows DPAPI',
  keychain: 'macOS Keychain',
};

/** The maker's name of a keychain; as the system calls it where it is not known. */
export const keychainLabel = (name: string | null): string => (name === null ? '–' : (NAMES[name] ?? name));
