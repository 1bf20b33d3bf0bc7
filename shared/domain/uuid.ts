/**
 * A UUIDv7 (RFC 9562): 48 bits of time, then randomness; sorts by creation.
 * @param now milliseconds since the epoch, from the Clock port
 * @param random ten random bytes, from the Random port
 */
export function uuidv7(now: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
  bytes.set(random.subarray(0, 10), 6);
  return format(bytes, 7);
}

/** A UUIDv4 from sixteen random bytes; the form SPF wants for correlation ids. */
export function uuidv4(random: Uint8Array): string {
  return format(random.slice(0, 16), 4);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function format(bytes: Uint8Array, version: number): string {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  let hex = '';
  for (const byte of bytes) hex += HEX[byte];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
