/** An element to be written. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Node[];
}

export const element = (name: string, content: string | readonly Node[], attributes: Readonly<Record<string, string>> = {}): Node => ({
  name,
  attributes,
  content,
});

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\t': '&#9;' };

/** Characters XML 1.0 cannot hold at all, not even escaped: they come from pasted text and become a space. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, ' ');
const escapeText = (text: string): string => clean(text).replace(/[&<>]/g, (character) => ESCAPES[character]!);
const escapeAttribute = (text: string): string => clean(text).replace(/[&<>"\n\t]/g, (character) => ESCAPES[character]!);

function write(node: Node, indent: string): string {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  const open = `${indent}<${node.name}${attributes.join('')}`;
  if (typeof node.content === 'string') return `${open}>${escapeText(node.content)}</${node.name}>\n`;
  if (node.content.length === 0) return `${open}/>\n`;
  return `${open}>\n${node.content.map((child) => write(child, `${indent}  `)).join('')}${indent}</${node.name}>\n`;
}

/** An XML document in UTF-8 with a declaration, two spaces of indentation and `\n`; depends on nothing but its input. */
export const serialize = (root: Node): string => `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`;
