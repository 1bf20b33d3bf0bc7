import { hkdfSync } from 'node:crypto';

/** Keys of one profile, each for one purpose, derived from the vault's key (HKDF-SHA256, RFC 5869). */
export interface Keys {
  readonly database: Uint8Array;
  readonly search: Uint8Array;
  /** Wraps the key of each archived file. */
  readonly archive: Uint8Array;
  /** Turns a content hash into a file name. */
  readonly archiveNames: Uint8Array;
  /** Another purpose of a topic's own, e.g. pseudonyms of national numbers. */
  derive(purpose: string): Uint8Array;
}

export function deriveKeys(profileKey: Uint8Array): Keys {
  const derive = (purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', profileKey, new Uint8Array(0), `guichet/${purpose}/1`, 32));
  return {
    database: derive('database'),
    search: derive('search'),
    archive: derive('archive'),
    archiveNames: derive('archive-names'),
    derive,
  };
}
