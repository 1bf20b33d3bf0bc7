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

/** Nothing to escape and nothing to clean, as in most texts of a return. */
const PLAIN = /^[\u0020!#-%'-;=?-~\u00a0-\ud7ff]*$/;

const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, ' ');
const escapeText = (text: string): string => (PLAIN.test(text) ? text : clean(text).replace(/[&<>]/g, (character) => ESCAPES[character]!));
const escapeAttribute = (text: string): string =>
  PLAIN.test(text) ? text : clean(text).replace(/[&<>"\n\t]/g, (character) => ESCAPES[character]!);

// Growing one text is the fastest here: the engine keeps it as a tree of its parts and copies them once, when it is encoded.
function write({ name, attributes, content }: Node, indent: string): string {
  let open = `${indent}<${name}`;
  for (const key in attributes) open += ` ${key}="${escapeAttribute(attributes[key]!)}"`;
  if (typeof content === 'string') return `${open}>${escapeText(content)}</${name}>\n`;
  if (content.length === 0) return `${open}/>\n`;
  const inner = `${indent}  `;
  let text = `${open}>\n`;
  for (const child of content) text += write(child, inner);
  return `${text}${indent}</${name}>\n`;
}

/** An XML document in UTF-8 with a declaration, two spaces of indentation and `\n`; depends on nothing but its input. */
export const serialize = (root: Node): string => `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`;
