import { chance } from '../seed/prng.ts';

const POOL_BYTES = 1 << 20;
let pool: Buffer | undefined;

/** One megabyte of noise, the same in every process: cutting from it costs a copy, making noise per document would cost a benchmark. */
function noise(): Buffer {
  if (pool) return pool;
  const luck = chance(0, 'noise');
  pool = Buffer.allocUnsafe(POOL_BYTES);
  for (let at = 0; at < POOL_BYTES; at += 4) pool.writeUInt32LE(Math.floor(luck.next() * 4_294_967_296), at);
  return pool;
}

const TAIL = '\n%%EOF\n';

/** A body of exactly `size` bytes that starts like a PDF and ends like one; bodies of different ids differ. */
export function bulkBody(id: string, size: number): Buffer {
  const head = `%PDF-1.4\n%${id}\n`;
  const body = Buffer.allocUnsafe(Math.max(size, 6));
  const written = body.write(head.slice(0, Math.max(0, size - TAIL.length)), 0, 'latin1');
  const source = noise();
  let from = Number.parseInt(id.replace(/\D/g, '').slice(0, 9) || '1', 10) % POOL_BYTES;
  for (let at = written; at < body.length; ) {
    const copied = source.copy(body, at, from);
    at += copied;
    from = (from + copied) % POOL_BYTES;
  }
  body.write(TAIL, Math.max(0, body.length - TAIL.length), 'latin1');
  return body.subarray(0, size);
}
