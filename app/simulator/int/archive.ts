import { unzipSync } from 'fflate';

/** What a filing carries: the one XML and the annexes beside it. */
export interface Archive {
  readonly xml: Uint8Array;
  readonly annexes: readonly string[];
}

/** Bytes that may come out of the archive; a bomb stops here, before anything is inflated. */
const MAX_INFLATED = 64 * 1024 * 1024;
const MAX_ENTRIES = 100;

/** No way out of the folder: no `..`, no root, no drive, no backslash, no control character. */
function isSafePath(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return !/^\/|\\|^[a-z]:|[\u0000-\u001f]/i.test(name) && !name.split('/').includes('..');
}

/** The archive, or in words why it is refused. */
export function readArchive(zip: Buffer): Archive | string {
  let total = 0;
  const names: string[] = [];
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(zip, {
      filter: (entry) => {
        names.push(entry.name);
        total += entry.originalSize;
        return total <= MAX_INFLATED && names.length <= MAX_ENTRIES && isSafePath(entry.name) && /\.xml$/i.test(entry.name);
      },
    });
  } catch {
    return 'the ZIP cannot be read';
  }
  if (total > MAX_INFLATED || names.length > MAX_ENTRIES) return 'the ZIP holds too much';
  if (names.some((name) => !isSafePath(name))) return 'the ZIP holds an unsafe path';
  const [only] = Object.entries(files);
  if (!only || names.filter((name) => /\.xml$/i.test(name)).length !== 1) return 'the ZIP must hold exactly one XML';
  return { xml: only[1], annexes: names.filter((name) => name !== only[0] && !name.endsWith('/')) };
}
