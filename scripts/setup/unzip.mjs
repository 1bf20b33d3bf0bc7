import { chmodSync, closeSync, fstatSync, mkdirSync, openSync, readSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL_HEADER = 30;
const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;

/** Unpacks a zip into `target`, keeping Unix modes and links. Bare Debian has no unzip. No zip64, no encryption. */
export function unzip(file, target) {
  const fd = openSync(file, 'r');
  try {
    for (const entry of entries(fd)) extract(fd, entry, target);
  } finally {
    closeSync(fd);
  }
}

function read(fd, length, position) {
  const buffer = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const count = readSync(fd, buffer, done, length - done, position + done);
    if (count === 0) throw new Error('zip ends early');
    done += count;
  }
  return buffer;
}

function* entries(fd) {
  const { size } = fstatSync(fd);
  const tailLength = Math.min(size, 0xffff + 22);
  const tail = read(fd, tailLength, size - tailLength);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error('not a zip');
  const directory = read(fd, tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16));
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === CENTRAL; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    yield {
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      mode: directory.readUInt16LE(at + 40),
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    };
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}

function extract(fd, entry, target) {
  const out = path.resolve(target, entry.name);
  if (!out.startsWith(path.resolve(target) + path.sep)) throw new Error(`zip entry outside its folder: ${entry.name}`);
  if (entry.name.endsWith('/')) {
    mkdirSync(out, { recursive: true });
    return;
  }
  const header = read(fd, LOCAL_HEADER, entry.offset);
  const start = entry.offset + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = read(fd, entry.packed, start);
  const content = entry.method === 0 ? packed : inflateRawSync(packed);
  mkdirSync(path.dirname(out), { recursive: true });
  if ((entry.mode & FILE_TYPE) === SYMLINK) {
    symlinkSync(content.toString('utf8'), out);
    return;
  }
  writeFileSync(out, content);
  if (entry.mode & 0o777) chmodSync(out, entry.mode & 0o777);
}
