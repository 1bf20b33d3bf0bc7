/** An element of the received XML, reduced to what the checks need. */
export interface Element {
  /** `v` the consignment namespace, `c` the common one, `?` any other. */
  readonly space: 'v' | 'c' | '?';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Text with white space collapsed; empty for an element with children. */
  readonly text: string;
}

const SPACES: Readonly<Record<string, Element['space']>> = {
  'http://www.minfin.fgov.be/VATConsignment': 'v',
  'http://www.minfin.fgov.be/InputCommon': 'c',
};

const MAX_DEPTH = 12;

/** Parses without entities, DTD or network. `null` when it is not well-formed or carries a DOCTYPE. */
export async function parseTree(bytes: Uint8Array): Promise<Element | null> {
  if (Buffer.from(bytes).includes('<!DOCTYPE', 0, 'latin1')) return null;
  // Loaded at the first filing: compiling the parser would only slow the start.
  const { ParseOption, XmlDocument, XmlElement, XmlText, XmlCData } = await import('libxml2-wasm');
  const read = (element: InstanceType<typeof XmlElement>, depth: number): Element => {
    const children: Element[] = [];
    let text = '';
    for (let node = element.firstChild; node; node = node.next) {
      if (node instanceof XmlElement) {
        if (depth >= MAX_DEPTH) throw new RangeError('too deep');
        children.push(read(node, depth + 1));
      } else if (node instanceof XmlText || node instanceof XmlCData) text += node.content;
    }
    const attributes = Object.fromEntries(element.attrs.map((attribute) => [attribute.name, attribute.value]));
    const space = SPACES[element.namespaceUri] ?? '?';
    return { space, name: element.name, attributes, children, text: children.length > 0 ? '' : text.replace(/\s+/g, ' ').trim() };
  };
  try {
    const document = XmlDocument.fromBuffer(bytes, {
      option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_SYS_CATALOG,
    });
    try {
      return document.dtd ? null : read(document.root, 0);
    } finally {
      document.dispose();
    }
  } catch {
    return null;
  }
}

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((one) => one.name === name);
export const all = (element: Element, name: string): Element[] => element.children.filter((one) => one.name === name);
