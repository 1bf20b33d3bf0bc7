import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { png } from './raster.mjs';
import { svg } from './shapes.mjs';

const LINUX = [16, 32, 48, 64, 128, 256, 512];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
/** Apple's names of the sizes that hold a PNG. */
const MAC = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };

/** Windows' container: a directory of 16 bytes per picture, then the PNGs. */
function ico(pictures) {
  const head = Buffer.alloc(6 + pictures.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  for (const [index, { size, data }] of pictures.entries()) {
    const entry = 6 + index * 16;
    // 0 stands for 256.
    head.set([size % 256, size % 256, 0, 0], entry);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(data.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += data.length;
  }
  return Buffer.concat([head, ...pictures.map(({ data }) => data)]);
}

const block = (type, data) => {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(data.length + 8, 4);
  return Buffer.concat([head, data]);
};

/** Draws the icons of all systems into a folder: `icon.svg`, `icon.ico`, `icon.icns`, `icons/<size>x<size>.png`. */
export function writeIcons(folder) {
  mkdirSync(path.join(folder, 'icons'), { recursive: true });
  const drawn = new Map([...new Set([...LINUX, ...WINDOWS, ...Object.values(MAC)])].map((size) => [size, png(size)]));
  writeFileSync(path.join(folder, 'icon.svg'), svg());
  for (const size of LINUX) writeFileSync(path.join(folder, 'icons', `${size}x${size}.png`), drawn.get(size));
  writeFileSync(path.join(folder, 'icon.ico'), ico(WINDOWS.map((size) => ({ size, data: drawn.get(size) }))));
  writeFileSync(
    path.join(folder, 'icon.icns'),
    block('icns', Buffer.concat(Object.entries(MAC).map(([type, size]) => block(type, drawn.get(size))))),
  );
}
