import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The only kinds of file the window loads; any other extension is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/octet-stream',
  '.wasm': 'application/wasm',
};

export interface Asset {
  readonly file: string;
  readonly type: string;
}

/**
 * The file a URL of the window stands for, or `null` when it is none: another host, a way out of the folder, an unknown kind.
 * The root and the paths of the window's own router answer index.html.
 */
export function assetOf(url: string, folder: string, origin: string): Asset | null {
  if (url !== origin && !url.startsWith(`${origin}/`)) return null;
  const name = decoded(url.slice(origin.length).replace(/[?#].*$/, ''));
  if (name === null || name.includes('\0') || name.includes('\\')) return null;
  const file = path.resolve(folder, `./${name}`);
  if (file !== folder && !file.startsWith(folder + path.sep)) return null;
  const extension = path.extname(file).toLowerCase();
  if (extension === '') return { file: path.join(folder, 'index.html'), type: TYPES['.html']! };
  const type = TYPES[extension];
  return type === undefined ? null : { file, type };
}

/**
 * The content of a file of the folder. Read at once: the files are small and local, and a round through the thread pool costs more than the
 * reading while all starts.
 * @throws when there is none, or when a link leads out of the folder
 */
export function readAsset(file: string, folder: string): Buffer<ArrayBuffer> {
  const real = realpathSync.native(file);
  if (!real.startsWith(realpathSync.native(folder) + path.sep)) throw new Error('outside');
  return readFileSync(real);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
