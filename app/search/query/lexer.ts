export type Token =
  | { readonly kind: 'open' | 'close' | 'minus' }
  /** `quoted`: written between quotation marks. */
  | { readonly kind: 'words'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'field'; readonly name: string; readonly value: string };

const SPACE = /\s/u;
const FIELD = /^(\p{L}{2,20}):(.*)$/su;
const QUOTES = new Set(['"', '“', '”', '„', '«', '»']);
const ENDS = new Set([...QUOTES, '(', ')']);

/** Cuts what a person typed into pieces; any text can be cut. */
export function tokensOf(text: string): Token[] {
  const chars = [...text];
  const tokens: Token[] = [];
  let at = 0;
  const until = (ends: (char: string) => boolean): string => {
    let piece = '';
    while (at < chars.length && !ends(chars[at]!)) piece += chars[at++];
    return piece;
  };
  const phrase = (): string => {
    at += 1;
    const inside = until((char) => QUOTES.has(char));
    at += 1;
    return inside.trim();
  };
  while (at < chars.length) {
    const char = chars[at]!;
    if (SPACE.test(char)) at += 1;
    else if (char === '(' || char === ')') {
      tokens.push({ kind: char === '(' ? 'open' : 'close' });
      at += 1;
    } else if (char === '-' && at + 1 < chars.length && !SPACE.test(chars[at + 1]!)) {
      tokens.push({ kind: 'minus' });
      at += 1;
    } else if (QUOTES.has(char)) tokens.push({ kind: 'words', text: phrase(), quoted: true });
    else {
      const chunk = until((each) => SPACE.test(each) || ENDS.has(each));
      const [, name, value] = FIELD.exec(chunk) ?? [];
      if (name === undefined) tokens.push({ kind: 'words', text: chunk, quoted: false });
      else tokens.push({ kind: 'field', name, value: value || (QUOTES.has(chars[at] ?? '') ? phrase() : '') });
    }
  }
  return tokens;
}
