/** One line of a text as it is shown. */
export interface Line {
  readonly depth: number;
  readonly text: string;
  /** Index of the last line that folds away under this one, `null` where nothing does. */
  readonly end: number | null;
}

/** Longer lines are cut: no file may make one row of megabytes. */
const LONGEST = 2_000;

/** A text by its own lines. */
export const plainLines = (text: string): Line[] =>
  text.split(/\r\n|\r|\n/).flatMap((line) => pieces(line).map((piece) => ({ depth: 0, text: piece, end: null })));

const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[^>]+>|[^<]+/g;

/** XML with one element a line, indented by depth; content is not touched otherwise. What is not XML comes as plain lines. */
export function xmlLines(text: string): Line[] {
  if (!text.trimStart().startsWith('<')) return plainLines(text);
  const lines: { depth: number; text: string; end: number | null }[] = [];
  const open: number[] = [];
  /** The line of an element that has nothing but text so far. */
  let bare = false;
  const push = (content: string, depth: number): void => {
    for (const [index, piece] of pieces(content).entries()) lines.push({ depth: index === 0 ? depth : depth + 1, text: piece, end: null });
  };
  for (const [token] of text.matchAll(TOKEN)) {
    if (!token.startsWith('<')) {
      const content = token.trim();
      if (content === '') continue;
      const last = lines.at(-1);
      if (bare && last && last.text.length + content.length < LONGEST) last.text += content;
      else {
        push(content, open.length);
        bare = false;
      }
    } else if (token.startsWith('</')) {
      const begun = open.pop();
      const last = lines.at(-1);
      if (bare && last) last.text += token;
      else {
        push(token, open.length);
        if (begun !== undefined) lines[begun]!.end = lines.length - 1;
      }
      bare = false;
    } else {
      const begins = !/^<[?!]/.test(token) && !token.endsWith('/>');
      const at = lines.length;
      push(token, open.length);
      if (begins) open.push(at);
      bare = begins;
    }
  }
  return lines;
}

function pieces(text: string): string[] {
  if (text.length <= LONGEST) return [text];
  return Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, index) => text.slice(index * LONGEST, (index + 1) * LONGEST));
}

/** Indexes of the lines on show while those `folded` hide what is under them. */
export function unfolded(lines: readonly Line[], folded: ReadonlySet<number>): number[] {
  const shown: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    shown.push(index);
    const end = folded.has(index) ? lines[index]!.end : null;
    if (end !== null) index = end;
  }
  return shown;
}

export type TokenKind = 'tag' | 'name' | 'value' | 'note' | 'text';
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const PARTS = /(<!--[\s\S]*?(?:-->|$)|<[?!][^>]*>?)|(<\/?[^\s/>]+|\/?>)|([^\s=<>"']+)(?=\s*=\s*["'])|("[^"]*"|'[^']*')/g;

/** The parts of one line of XML, so that tags, names and values look their part. Nothing of the line is lost. */
export function xmlTokens(line: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let inTag = false;
  const text = (to: number): void => {
    if (to > at) tokens.push({ kind: 'text', text: line.slice(at, to) });
  };
  for (const match of line.matchAll(PARTS)) {
    const [whole, note, tag, name] = match;
    if (!inTag && note === undefined && !tag?.startsWith('<')) continue;
    text(match.index);
    tokens.push({ kind: note !== undefined ? 'note' : tag !== undefined ? 'tag' : name !== undefined ? 'name' : 'value', text: whole });
    if (tag !== undefined) inTag = tag.startsWith('<');
    at = match.index + whole.length;
  }
  text(line.length);
  return tokens;
}
