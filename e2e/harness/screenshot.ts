import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { outDir } from './runtime.ts';

/** Keeps a picture of the window under out/<group>/<name>.png and answers its path. */
export async function screenshot(page: Page, group: string, name: string): Promise<string> {
  const folder = path.join(outDir, group);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  return file;
}
