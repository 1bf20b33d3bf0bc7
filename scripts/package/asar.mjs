import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';

/** Two pickles of Chromium come first: one with the size of the other, which holds the header as JSON. */
const PREAMBLE = 16;

/** Every file of an archive: `{file, size, offset, integrity, unpacked}`; offset counts from the start of the archive file. */
export function readArchive(archive) {
  const fd = openSync(archive, 'r');
  try {
    const sizes = Buffer.alloc(PREAMBLE);
    readSync(fd, sizes, 0, PREAMBLE, 0);
    const json = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(fd, json, 0, json.length, PREAMBLE);
    const base = 8 + sizes.readUInt32LE(4);
    const header = json.toString('utf8');
    return { files: [...walk(JSON.parse(header), '', base)], headerSha256: createHash('sha256').update(header).digest('hex') };
  } finally {
    closeSync(fd);
  }
}

function* walk({ files }, folder, base) {
  for (const [name, entry] of Object.entries(files)) {
    const file = folder === '' ? name : `${folder}/${name}`;
    if (entry.files) yield* walk(entry, file, base);
    else
      yield {
        file,
        size: entry.size,
        offset: base + Number(entry.offset ?? 0),
        integrity: entry.integrity,
        unpacked: entry.unpacked === true,
        link: entry.link,
      };
  }
}

/** Files whose content is not what the header promises, or that it promises nothing about; empty when all is well. */
export function brokenFiles(archive, files) {
  const bytes = readFileSync(archive);
  return files.filter(({ file, size, offset, integrity, unpacked, link }) => {
    if (link !== undefined || integrity?.algorithm !== 'SHA256') return true;
    const outside = path.join(`${archive}.unpacked`, file);
    if (unpacked && !existsSync(outside)) return true;
    const content = unpacked ? readFileSync(outside) : bytes.subarray(offset, offset + size);
    const blocks = [];
    for (let at = 0; at < Math.max(content.length, 1); at += integrity.blockSize)
      blocks.push(sha256(content.subarray(at, at + integrity.blockSize)));
    return content.length !== size || sha256(content) !== integrity.hash || blocks.join() !== integrity.blocks.join();
  });
}

const sha256 = (data) => createHash('sha256').update(data).digest('hex');
