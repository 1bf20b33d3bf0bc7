import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Files } from '#app/core/ports.ts';
import { nodeFiles } from '#app/platform/node/files.ts';

/** What is in a folder, relative with `/`, without the mark. */
export const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile() && name !== '.guichet-mirror.json')
    .map((name) => name.split(path.sep).join('/'))
    .sort();

/** A failure as the operating system tells it. */
export const systemError = (code: string): Error => Object.assign(new Error(code), { code });

export interface Trouble {
  readonly files: Files;
  /** Called before every operation on a path under the folder; throws to make it fail. */
  before: (operation: string, path: string) => void;
}

/** The real file system, but what happens under one folder can be made to fail. */
export function troubled(folder: string): Trouble {
  const trouble: { before: Trouble['before'] } = { before: () => undefined };
  const watched = Object.fromEntries(
    Object.entries(nodeFiles).map(([name, operation]) => [
      name,
      async (...given: readonly string[]) => {
        if (given[0]?.startsWith(folder)) trouble.before(name, given[0]);
        const made = await (operation as (...all: readonly string[]) => Promise<unknown>)(...given);
        if (name !== 'create' || !given[0]?.startsWith(folder)) return made;
        const writer = made as Awaited<ReturnType<Files['create']>>;
        return {
          ...writer,
          write: async (chunks: readonly Uint8Array[]) => {
            trouble.before('write', given[0]!);
            await writer.write(chunks);
          },
        };
      },
    ]),
  ) as unknown as Files;
  return Object.assign(trouble, { files: watched });
}
