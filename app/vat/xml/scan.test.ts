import fc from 'fast-check';
import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlText, type XmlTreeNode } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { scan } from './scan.ts';
import type { Element } from './tree.ts';

/** The same copy made from the parser's tree. */
function copy(source: XmlElement, deep: number): Element {
  const attributes = new Map<string, string>();
  for (const attribute of source.attrs) if (!attribute.namespaceUri) attributes.set(attribute.name, attribute.value);
  const children: Element[] = [];
  let text = '';
  if (deep > 0) {
    for (let node: XmlTreeNode | null = source.firstChild; node; node = node.next) {
      if (node instanceof XmlElement) children.push(copy(node, deep - 1));
      else if (node instanceof XmlText || node instanceof XmlCData) text += node.content;
    }
  }
  return { name: source.name, ns: source.namespaceUri, line: source.line, attributes, children, text };
}

function byParser(text: string, deep: number): readonly Element[] {
  const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_BIG_LINES });
  try {
    const children: Element[] = [];
    for (let node: XmlTreeNode | null = document.root.firstChild; node; node = node.next)
      if (node instanceof XmlElement) children.push(copy(node, deep));
    return [copy(document.root, 0), ...children];
  } finally {
    document.dispose();
  }
}

const plain = ({ name, ns, line, attributes, children, text }: Element): unknown => ({
  name,
  ns,
  line,
  attributes: [...attributes].sort(),
  children: children.map(plain),
  text,
});
function scanned(text: string, deep: number): readonly Element[] {
  const { root, children } = scan(text, deep);
  return [{ ...root, children: [], text: '' }, ...children];
}

const name = fc.constantFrom('a', 'Amount', 'x-1', 'p:b', 'q:c');
const text = fc.string({
  unit: fc.constantFrom(...['x', 'é', ' ', '\n', '\r\n', '\t', '&amp;', '&lt;', '&#233;', '&#x1F600;', '&#10;', '>', '/', '"', '=']),
});
const attribute = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('n', 'm', 'p:n'),
      text.map((value) => value.replace(/"/g, '&quot;')),
    )
    .map(([key, value]) => [key, `${key}="${value}"`]),
  fc.tuple(fc.constantFrom('n', 'k'), text).map(([key, value]) => [key, `${key} = '${value}'`]),
  fc.constantFrom(['xmlns', 'xmlns="urn:d"'], ['xmlns', 'xmlns=""'], ['xmlns:p', "xmlns:p\n=\n'urn:e'"]),
);
const between = fc.constantFrom('', ' ', '\n  ', '\r\n');
const aside = fc.constantFrom('<!-- <a> & -->', '<![CDATA[<c> & ]] >]]>', '<![CDATA[]]>');
const { node } = fc.letrec<{ node: string; content: string }>((tie) => ({
  node: fc
    .tuple(
      name,
      fc.uniqueArray(attribute, { selector: ([key]) => key, maxLength: 4 }),
      between,
      fc.boolean(),
      fc.array(tie('content'), { maxLength: 4 }),
    )
    .map(([tag, attributes, gap, short, content]) => {
      const open = `<${tag}${attributes.map(([, written]) => `${gap || ' '}${written}`).join('')}${gap}`;
      return short ? `${open}/>` : `${open}>${content.join('')}</${tag}${gap}>`;
    }),
  content: fc.oneof({ depthSize: 'small' }, text, aside, tie('node')),
}));

describe('scanning', () => {
  it('copies every well-formed text as the parser reads it, lines included', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(node, text, aside)), between, fc.integer({ min: 0, max: 4 }), (nodes, gap, deep) => {
        const source = `<?xml version="1.0"?>${gap}<!-- first -->\n<q:r xmlns:p="urn:p"${gap} xmlns:q='urn:q'${gap}>${nodes.join('')}</q:r>\n<!-- last -->`;
        expect(scanned(source, deep).map(plain)).toEqual(byParser(source, deep).map(plain));
      }),
      { numRuns: 1500 },
    );
  });

  // The parser's binding stops at a processing instruction; the scanner goes on.
  it('goes on after a processing instruction', () => {
    const [, child] = scanned('<r><a>x<?pi <b>?>y<c/></a></r>', 3);
    expect(child).toMatchObject({ text: 'xy', children: [{ name: 'c' }] });
  });

  it('reads a root without content', () => {
    expect(scanned('<r a="1"/>', 3).map(plain)).toEqual(byParser('<r a="1"/>', 3).map(plain));
    expect(scanned('<r/>', 3)).toHaveLength(1);
  });
});
