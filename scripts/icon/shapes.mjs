/**
 * The mark of Guichet, a document passed over a counter, on a field of 1024 by 1024. Each shape is a rectangle with rounded corners
 * `{x, y, w, h, r}` in one colour, painted in this order; `small: false` is left out where it would only blur.
 */
export const FIELD = 1024;
export const SHAPES = [
  { x: 32, y: 32, w: 960, h: 960, r: 208, fill: [0x1d, 0x5c, 0x8a] },
  { x: 320, y: 144, w: 384, h: 512, r: 32, fill: [0xff, 0xff, 0xff] },
  { x: 392, y: 240, w: 240, h: 48, r: 24, fill: [0x1d, 0x5c, 0x8a] },
  { x: 392, y: 352, w: 240, h: 32, r: 16, fill: [0xa9, 0xc9, 0xe2], small: false },
  { x: 392, y: 432, w: 240, h: 32, r: 16, fill: [0xa9, 0xc9, 0xe2], small: false },
  { x: 392, y: 512, w: 144, h: 32, r: 16, fill: [0xa9, 0xc9, 0xe2], small: false },
  { x: 144, y: 624, w: 736, h: 112, r: 40, fill: [0xe6, 0xf0, 0xf8] },
  { x: 208, y: 736, w: 608, h: 128, r: 24, fill: [0xa9, 0xc9, 0xe2] },
];

const hex = (fill) => `#${fill.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

export const svg = () =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FIELD} ${FIELD}">${SHAPES.map(
    ({ x, y, w, h, r, fill }) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${hex(fill)}"/>`,
  ).join('')}</svg>\n`;
