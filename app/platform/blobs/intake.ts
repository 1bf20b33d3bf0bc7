import path from 'node:path';

/** Where one content goes while it comes in, and the chance it is sealed with. */
export interface Intake {
  readonly id: number;
  readonly temporary: string;
  /** `SEALING_BYTES` from the Random port: the work itself draws none, so that it can be done by another thread. */
  readonly entropy: Uint8Array;
}

/** A content that came in whole. */
export interface Sealed {
  readonly name: string;
  readonly sha256: string;
  /** Bytes of the plaintext. */
  readonly size: number;
}

/** Folders by the first digit of the name: few enough to flush in every batch, enough to keep each listing short. */
export const folderOf = (root: string, name: string): string => path.join(root, name.slice(0, 1));
export const segmentsOf = (root: string): string => path.join(root, 'segments');
