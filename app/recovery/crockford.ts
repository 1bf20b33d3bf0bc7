/** Crockford's alphabet: no I, L, O, U, which are read as 1, 1, 0 and taken for nothing else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const READ_AS: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** Five bits each, the highest first; the length must be a multiple of five bytes. */
export function toQuintets(bytes: Uint8Array): number[] {
  const quintets: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) quintets.push((held >> (bits - 5)) & 31);
    held &= 0xff;
  }
  return quintets;
}

export function fromQuintets(quintets: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const quintet of quintets) {
    held = ((held << 5) | quintet) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

export const writeQuintet = (quintet: number): string => ALPHABET[quintet]!;

/** As a person types it: small letters and look-alikes too. `-1` for what is no such character. */
export function readQuintet(character: string): number {
  const upper = character.toUpperCase();
  return ALPHABET.indexOf(READ_AS[upper] ?? upper);
}
