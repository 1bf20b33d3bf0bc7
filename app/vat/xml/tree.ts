import { ParseOption, XmlDocument, XmlParseError } from 'libxml2-wasm';
import { GuichetError } from '#shared/domain/errors.ts';
import { scan } from './scan.ts';

/** An element copied out of the parser: nothing here refers to the parser's memory. */
export interface Element {
  readonly name: string;
  readonly ns: string;
  readonly line: number;
  /** Attributes without a namespace; `xsi:schemaLocation` and the like are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Character data directly in this element. */
  readonly text: string;
}

// No network, no external entities, no catalogues; the encoding was dealt with before. The parser's tree is not used: it is kept small.
const OPTIONS: ParseOption =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_IGNORE_ENC |
  ParseOption.XML_PARSE_NOBLANKS |
  ParseOption.XML_PARSE_COMPACT;

function parse(text: string): XmlDocument {
  try {
    return XmlDocument.fromBuffer(new TextEncoder().encode(text), { option: OPTIONS });
  } catch (cause) {
    const { line = 1, col = 1 } = (cause instanceof XmlParseError ? cause.details[0] : undefined) ?? {};
    const cutOff = !/<\/(?:[\w.-]+:)?VATConsignment\s*>\s*$/.test(text.slice(-2000));
    const params = cutOff ? { line: text.trimEnd().split('\n').length } : { line, column: col };
    throw new GuichetError(cutOff ? 'vat.xml.truncated' : 'vat.xml.malformed', { action: 'chooseFile', params });
  }
}

/** Deepest element of a return is five levels down; what stands deeper cannot belong to one. */
const DEPTH = 8;

/**
 * Parses a text and hands over the root without its children, then each child copied one at a time, so that a file of thousands of
 * declarations is never held twice. The parser judges the text; the copy is made from the text itself.
 * @throws GuichetError `vat.xml.truncated` or `vat.xml.malformed` with the place
 */
export function visit<T>(text: string, use: (root: Element, children: Iterable<Element>) => T): T {
  parse(text).dispose();
  const { root, children } = scan(text, DEPTH);
  return use(root, children);
}
