/** Files of the reader as assets of the build, by path; each is fetched only when a document asks for it. */
const FILES = import.meta.glob<string>(
  ['../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', '../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}'],
  { query: '?url', import: 'default', eager: true },
);

const byName = new Map(Object.entries(FILES).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]));

/** Hands the reader its character maps and standard fonts from within the application. */
export class LocalFiles {
  async fetch({ filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const url = byName.get(filename);
    if (!url) throw new Error('not part of the reader');
    const answer = await fetch(url);
    return new Uint8Array(await answer.arrayBuffer());
  }
}
