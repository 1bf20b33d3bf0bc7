import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pixels, png } from './raster.mjs';
import { SHAPES, svg } from './shapes.mjs';

const at = (image, size, x, y) => [...image.subarray((y * size + x) * 4, (y * size + x) * 4 + 4)];

describe('the icon', () => {
  it('is drawn from the shapes: round corners, blue field, white document', () => {
    const image = pixels(64);
    expect(at(image, 64, 0, 0)).toEqual([0, 0, 0, 0]);
    expect(at(image, 64, 5, 32)).toEqual([0x1d, 0x5c, 0x8a, 255]);
    expect(at(image, 64, 32, 36)).toEqual([255, 255, 255, 255]);
  });
  it('is a PNG of its size', () => {
    const file = png(16);
    expect(file.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([16, 16]);
    const data = file.subarray(file.indexOf('IDAT') + 4, file.indexOf('IEND') - 8);
    expect(inflateSync(data).length).toBe(16 * (16 * 4 + 1));
  });
  it('has every shape in its vector form', () => {
    expect(svg().match(/<rect /g)).toHaveLength(SHAPES.length);
  });
});
