import type { QueryNode, TextNode } from './query.ts';

/** Words reach the index between quotation marks and hold letters, digits and spaces alone: nothing of its query language can be typed. */
function phrase({ words, whole, within }: TextNode): string {
  // A single letter begins too many words to be a beginning; it stands for itself.
  const beginning = !whole && !/(^| ).$/u.test(words);
  const quoted = `"${words.replace(/[^\p{L}\p{N} ]/gu, ' ')}"${beginning ? '*' : ''}`;
  return within ? `{${within}} : ${quoted}` : quoted;
}

/** The part as one question to the index, `null` where the index alone cannot answer it. */
export function matchOf(node: QueryNode): string | null {
  switch (node.kind) {
    case 'text':
      return phrase(node);
    case 'any': {
      const parts = node.of.map(matchOf);
      return parts.every((part) => part !== null) ? `(${parts.join(' OR ')})` : null;
    }
    case 'all': {
      const wanted = node.of.filter(({ kind }) => kind !== 'not').map(matchOf);
      const refused = node.of.flatMap((each) => (each.kind === 'not' ? [matchOf(each.of)] : []));
      if (wanted.length === 0 || [...wanted, ...refused].includes(null)) return null;
      const all = `(${wanted.join(' AND ')})`;
      return refused.length > 0 ? `(${all} NOT (${refused.join(' OR ')}))` : all;
    }
    default:
      return null;
  }
}

/** What a found text is marked with: everything asked for, nothing refused. */
export function wantedText(node: QueryNode): TextNode[] {
  if (node.kind === 'text') return node.within ? [] : [node];
  return node.kind === 'all' || node.kind === 'any' ? node.of.flatMap(wantedText) : [];
}
