import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Liberation Sans (SIL Open Font License), as it comes with pdfjs-dist: all of Latin, Greek and Cyrillic, digits of one width, and a bold
 * cut. The typeface of the window is a variable font in pieces, which cannot be embedded.
 */
export function fontFiles(): { readonly regular: string; readonly bold: string } {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');
  return { regular: path.join(folder, 'LiberationSans-Regular.ttf'), bold: path.join(folder, 'LiberationSans-Bold.ttf') };
}
