import { crc32, deflateSync } from 'node:zlib';
import { FIELD, SHAPES } from './shapes.mjs';

/** Points per side of a pixel that are asked whether they are inside. */
const SAMPLES = 4;
const SMALL = 32;

/** Whether a point of the field is inside a rectangle with rounded corners. */
function inside({ x, y, w, h, r }, px, py) {
  const dx = Math.max(x + r - px, px - (x + w - r), 0);
  const dy = Math.max(y + r - py, py - (y + h - r), 0);
  return px >= x && px <= x + w && py >= y && py <= y + h && dx * dx + dy * dy <= r * r;
}

/** Share of a pixel that a shape covers, 0 to 1. */
function coverage(shape, column, row, scale) {
  let hits = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
    const px = (column + ((i % SAMPLES) + 0.5) / SAMPLES) * scale;
    const py = (row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) * scale;
    if (inside(shape, px, py)) hits += 1;
  }
  return hits / (SAMPLES * SAMPLES);
}

/** RGBA rows of the mark, `size` pixels square. */
export function pixels(size) {
  const scale = FIELD / size;
  const image = Buffer.alloc(size * size * 4);
  for (const shape of SHAPES.filter(({ small }) => small !== false || size > SMALL)) {
    const to = (value) => Math.min(size, Math.ceil(value / scale));
    for (let row = Math.floor(shape.y / scale); row < to(shape.y + shape.h); row += 1) {
      for (let column = Math.floor(shape.x / scale); column < to(shape.x + shape.w); column += 1) {
        blend(image, (row * size + column) * 4, shape.fill, coverage(shape, column, row, scale));
      }
    }
  }
  return image;
}

function blend(image, at, fill, share) {
  const under = image[at + 3] / 255;
  const alpha = share + under * (1 - share);
  if (alpha === 0) return;
  for (let part = 0; part < 3; part += 1) {
    image[at + part] = Math.round((fill[part] * share + image[at + part] * under * (1 - share)) / alpha);
  }
  image[at + 3] = Math.round(alpha * 255);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** The mark as a PNG (RFC 2083), 8 bits with alpha. */
export function png(size) {
  const image = pixels(size);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1) image.copy(rows, row * (size * 4 + 1) + 1, row * size * 4, (row + 1) * size * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
