import type { Locator } from '@playwright/test';
import jsqr from 'jsqr';
import type { Guichet } from './launch.ts';

// The package is CommonJS: its function comes as the default of its default.
const decode = ((jsqr as unknown as { default?: unknown }).default ?? jsqr) as (
  data: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string } | null;

/** What a telephone reads from the code as it is drawn on the screen; `null` when it reads nothing. */
export async function scan({ page }: Pick<Guichet, 'page'>, code: Locator): Promise<string | null> {
  const picture = await code.screenshot();
  const { pixels, width, height } = await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = '';
    for (const value of data) text += String.fromCharCode(value);
    return { pixels: btoa(text), width, height };
  }, picture.toString('base64'));
  return decode(new Uint8ClampedArray(Buffer.from(pixels, 'base64')), width, height)?.data ?? null;
}
