import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlText, type XmlTreeNode } from 'libxml2-wasm';
import { GuichetError } from '#shared/domain/errors.ts';
import { LIMITS } from './limits.ts';

// No network, no external entities, no catalogues; entities of the document itself are never put in place of their names.
const OPTIONS = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG;

const damaged = (cause?: unknown): GuichetError => new GuichetError('reading.damaged', { cause });
const DOCTYPE = /<!DOCTYPE/i;

/** @throws GuichetError `reading.damaged` for what is no XML, has a document type, or is too large */
export function parseXml<T>(bytes: Uint8Array, use: (root: XmlElement) => T): T {
  if (bytes.byteLength > LIMITS.part) throw damaged();
  // A document type stands before the root: none of SPF's documents has one, and nothing good comes of it.
  if (DOCTYPE.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64 * 1024)).replaceAll('\0', ''))) throw damaged();
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes, { option: OPTIONS });
  } catch (cause) {
    throw damaged(cause);
  }
  try {
    return use(document.root);
  } finally {
    document.dispose();
  }
}

export function* childrenOf(parent: XmlElement): Generator<XmlTreeNode> {
  for (let node: XmlTreeNode | null = parent.firstChild; node; node = node.next) yield node;
}
export const elementsOf = function* (parent: XmlElement): Generator<XmlElement> {
  for (const node of childrenOf(parent)) if (node instanceof XmlElement) yield node;
};
export const isText = (node: XmlTreeNode): node is XmlText | XmlCData => node instanceof XmlText || node instanceof XmlCData;

/** `DueDate` → `Due Date`, as a person would label it. */
const words = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])|_/g, ' ');

/** An XML document as lines `Name: text`, one for each element that has text of its own. */
export const xmlParagraphs = (bytes: Uint8Array): string[] =>
  parseXml(bytes, (root) => {
    const lines: string[] = [];
    let characters = 0;
    const walk = (element: XmlElement, depth: number): void => {
      if (depth > LIMITS.depth || characters > LIMITS.characters) return;
      let own = '';
      for (const node of childrenOf(element)) if (isText(node)) own += node.content;
      const text = own.replace(/\s+/g, ' ').trim();
      const attributes = element.attrs.map(({ name, value }) => `${words(name)}=${value}`).join(' ');
      if (text !== '') lines.push(`${words(element.name)}${attributes ? ` (${attributes})` : ''}: ${text}`);
      characters += text.length;
      for (const child of elementsOf(element)) walk(child, depth + 1);
    };
    walk(root, 0);
    return lines;
  });
