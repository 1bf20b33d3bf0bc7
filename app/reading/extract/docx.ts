import { unzipSync } from 'fflate';
import { XmlElement } from 'libxml2-wasm';
import { GuichetError } from '#shared/domain/errors.ts';
import { LIMITS } from './limits.ts';
import { childrenOf, isText, parseXml } from './xml.ts';

/** The parts whose text a reader of the printed page sees, in its order. */
const PARTS = /^word\/(?:header\d*|document|footnotes|footer\d*)\.xml$/;
const ORDER = ['header', 'document', 'footnotes', 'footer'];
const rank = (name: string): number => ORDER.findIndex((each) => name.startsWith(`word/${each}`));

/** Only the parts named, and none that says it is larger than allowed: the rest of a zip bomb is never unpacked. */
function partsOf(bytes: Uint8Array): Uint8Array[] {
  let size = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false;
        size += originalSize;
        if (size > LIMITS.part) throw new RangeError('too large');
        return true;
      },
    });
    return Object.entries(parts)
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([, part]) => part);
  } catch (cause) {
    throw new GuichetError('reading.damaged', { cause });
  }
}

const BREAKS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

function textOf(element: XmlElement, depth: number): string {
  if (depth > LIMITS.depth) return '';
  let text = '';
  for (const node of childrenOf(element)) {
    if (!(node instanceof XmlElement)) continue;
    if (node.name === 't') for (const inner of childrenOf(node)) text += isText(inner) ? inner.content : '';
    else text += BREAKS[node.name] ?? textOf(node, depth + 1);
  }
  return text;
}

function paragraphsIn(element: XmlElement, depth: number, into: string[]): void {
  if (depth > LIMITS.depth) return;
  for (const node of childrenOf(element)) {
    if (!(node instanceof XmlElement)) continue;
    if (node.name === 'p') into.push(textOf(node, 0));
    else paragraphsIn(node, depth + 1, into);
  }
}

/**
 * The paragraphs of a Word document, those of its tables cell by cell; empty ones are left out.
 * @throws GuichetError `reading.damaged`
 */
export function docxParagraphs(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  if (parts.length === 0) throw new GuichetError('reading.damaged');
  return parts.flatMap((part) =>
    parseXml(part, (root) => {
      const paragraphs: string[] = [];
      paragraphsIn(root, 0, paragraphs);
      return paragraphs.map((text) => text.trim()).filter((text) => text !== '');
    }),
  );
}
