import type { Element } from './tree.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decodeReference = (whole: string, name: string): string => {
  if (name[0] !== '#') return ENTITIES[name] ?? whole;
  return String.fromCodePoint(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
};
const decode = (raw: string): string => (raw.includes('&') ? raw.replace(/&([^;]+);/g, decodeReference) : raw);
/** A line break or tab written as such in an attribute is a space; written as a reference it stays. */
const decodeAttribute = (raw: string): string => decode(/[\n\t]/.test(raw) ? raw.replace(/[\n\t]/g, ' ') : raw);

type Namespaces = ReadonlyMap<string, string>;
interface Open extends Element {
  readonly children: Element[];
  text: string;
  readonly scope: Namespaces;
}

const TAG_END = /[\s/>]/g;
const ATTRIBUTE = /\s*([^\s=>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const NOTHING: ReadonlyMap<string, string> = new Map();

export interface Scanned {
  /** Without its children. */
  readonly root: Element;
  /** Each child of the root, one at a time, in the order of the file; to be gone through once. */
  readonly children: Iterable<Element>;
}

/**
 * Copies the elements of a text into plain objects. The text was parsed before and is known to be well-formed, in a single encoding and
 * without a document type: nothing is checked here, which makes it several times faster than walking a parser's tree.
 * @param deepest levels below a child of the root that are copied; what stands deeper cannot belong to a return
 */
export function scan(given: string, deepest: number): Scanned {
  const text = given.includes('\r') ? given.replace(/\r\n?/g, '\n') : given;
  let at = 0;
  let line = 1;
  let counted = 0;

  /** The line of a place; asked for in rising order only. */
  const lineAt = (place: number): number => {
    for (let next = text.indexOf('\n', counted); next !== -1 && next < place; next = text.indexOf('\n', counted)) {
      line++;
      counted = next + 1;
    }
    return line;
  };

  /** Reads the start tag at `at`; `null` in `open.text` never happens: text comes later. Answers whether it closes itself. */
  const startTag = (outer: Namespaces): { readonly element: Open; readonly closed: boolean } => {
    TAG_END.lastIndex = at + 1;
    TAG_END.test(text);
    const nameEnd = TAG_END.lastIndex - 1;
    const qualified = text.slice(at + 1, nameEnd);
    let attributes: Map<string, string> | null = null;
    let scope = outer;
    ATTRIBUTE.lastIndex = nameEnd;
    let end = nameEnd;
    for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
      end = ATTRIBUTE.lastIndex;
      const name = match[1]!;
      const value = decodeAttribute(match[2] ?? match[3]!);
      if (name === 'xmlns' || name.startsWith('xmlns:')) {
        const inner = new Map(scope);
        inner.set(name.slice(6), value);
        scope = inner;
      } else if (!name.includes(':')) {
        attributes ??= new Map();
        attributes.set(name, value);
      }
    }
    const close = text.indexOf('>', end);
    const colon = qualified.indexOf(':');
    const prefix = colon === -1 ? '' : qualified.slice(0, colon);
    const ns = scope.get(prefix) ?? '';
    const name = colon === -1 || !scope.has(prefix) ? qualified : qualified.slice(colon + 1);
    at = close + 1;
    const element = { name, ns, line: lineAt(close), attributes: attributes ?? NOTHING, children: [], text: '', scope };
    return { element, closed: text[close - 1] === '/' };
  };

  /** Moves to the next start or end tag, adding the character data before it to `into`. */
  const toTag = (into: Open | null): void => {
    for (;;) {
      const next = text.indexOf('<', at);
      if (into && next > at) into.text += decode(text.slice(at, next));
      at = next;
      if (text.startsWith('<!--', at)) at = text.indexOf('-->', at) + 3;
      else if (text.startsWith('<![CDATA[', at)) {
        const end = text.indexOf(']]>', at);
        if (into) into.text += text.slice(at + 9, end);
        at = end + 3;
      } else if (text[at + 1] === '?') at = text.indexOf('?>', at) + 2;
      else return;
    }
  };

  toTag(null);
  const { element: root, closed: empty } = startTag(NOTHING);

  function* children(): Generator<Element> {
    if (empty) return;
    const open: Open[] = [root];
    while (open.length > 0) {
      const parent = open[open.length - 1]!;
      const depth = open.length;
      toTag(depth > 1 && depth <= deepest + 1 ? parent : null);
      if (text[at + 1] === '/') {
        at = text.indexOf('>', at) + 1;
        open.pop();
        if (open.length === 1) yield parent;
        continue;
      }
      const { element, closed } = startTag(parent.scope);
      if (depth > 1 && depth <= deepest + 1) parent.children.push(element);
      if (!closed) open.push(element);
      else if (depth === 1) yield element;
    }
  }
  return { root, children: { [Symbol.iterator]: children } };
}
