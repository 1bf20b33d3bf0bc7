import { encode } from 'uqr';

/** Modules of quiet ground around the code, as its standard asks. */
const QUIET = 4;

export interface QrPath {
  /** Dark modules as one path, a square unit each. */
  readonly path: string;
  /** Modules a side, quiet ground included. */
  readonly size: number;
}

/** A text as a QR code, drawn; error correction M, as the EPC guideline asks of payment codes. */
export function qrPath(content: string): QrPath {
  const { data, size } = encode(content, { ecc: 'M', boostEcc: false, border: QUIET });
  return { path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join(''), size };
}
