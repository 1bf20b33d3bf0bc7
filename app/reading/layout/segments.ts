import { type Glyphs, isInvisible, letterWidth } from './glyphs.ts';

/** Text that stands together on one line: a cell of a table, or the line of a column. */
export interface Segment {
  readonly text: string;
  /** Where each letter begins, and at last where the text ends: one more than there are letters. */
  readonly edges: readonly number[];
  readonly baseline: number;
  readonly size: number;
}

/** In sizes of the letters: a gap that parts words, and one that parts columns. */
const WORD_GAP = 0.18;
const COLUMN_GAP = 1.6;
/** So many letters placed one by one make their gaps the writing's own. */
const SPACED_OUT = 6;

interface Line {
  readonly baseline: number;
  readonly size: number;
  readonly pieces: Glyphs[];
}

/** Pieces whose baselines are the same but for a hair. */
function linesOf(pieces: readonly Glyphs[]): Line[] {
  const lines: Line[] = [];
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const line = lines.at(-1);
    if (line && piece.baseline - line.baseline < 0.4 * Math.min(line.size, piece.size)) line.pieces.push(piece);
    else lines.push({ baseline: piece.baseline, size: piece.size, pieces: [piece] });
  }
  for (const { pieces: ordered } of lines) ordered.sort((a, b) => a.x - b.x);
  return lines;
}

const gapOf = (left: Glyphs, right: Glyphs): number => right.x - (left.x + left.width);
const isLetter = (piece: Glyphs): boolean => [...piece.text].length === 1;

/** The gap that single letters of a line keep from each other, 0 for text written as usual. */
function letterGap(pieces: readonly Glyphs[]): number {
  const gaps: number[] = [];
  for (const [index, right] of pieces.entries()) {
    const left = pieces[index - 1];
    if (left && isLetter(left) && isLetter(right)) gaps.push(gapOf(left, right));
  }
  if (gaps.length < SPACED_OUT) return 0;
  return Math.max(0, gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]!);
}

class Builder {
  text = '';
  edges: number[] = [];
  #end = 0;

  add(piece: Glyphs, space: boolean): void {
    if (space && this.text !== '' && !/\s$/.test(this.text)) this.#letter(' ', this.#end);
    const letters = [...piece.text];
    const whole = letters.reduce((sum, letter) => sum + letterWidth(letter), 0) || 1;
    let x = piece.x;
    for (const letter of letters) {
      if (!isInvisible(letter)) this.#letter(letter, x);
      x += (letterWidth(letter) / whole) * piece.width;
    }
    this.#end = piece.x + piece.width;
  }

  #letter(letter: string, x: number): void {
    // A letter outside the basic plane takes two places in the text.
    for (let unit = 0; unit < letter.length; unit++) this.edges.push(x);
    this.text += letter;
  }

  done(line: Line): Segment | null {
    if (this.text.trim() === '') return null;
    return { text: this.text, edges: [...this.edges, this.#end], baseline: line.baseline, size: line.size };
  }
}

const APART = /^\S(?:\s\S)+$/u;
/** `M o n t a n t`: a line whose words come letter by letter, so that a space inside a piece parts nothing. */
function closedUp(pieces: readonly Glyphs[]): readonly Glyphs[] {
  const words = pieces.filter((piece) => !isLetter(piece));
  const letters = words.reduce((sum, { text }) => sum + Math.ceil(text.length / 2), 0);
  if (letters < SPACED_OUT || !words.every(({ text }) => APART.test(text))) return pieces;
  return pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\s/g, '') }));
}

function split(line: Line): Segment[] {
  const pieces = closedUp(line.pieces.filter(({ text }) => text.trim() !== ''));
  const spacesAfter = new Set<number>();
  let count = -1;
  for (const { text } of line.pieces) {
    if (text.trim() !== '') count += 1;
    else spacesAfter.add(count);
  }
  const own = letterGap(pieces);
  const word = Math.max(WORD_GAP * line.size, own > WORD_GAP * line.size ? own * 1.4 : 0);
  const column = Math.max(COLUMN_GAP * line.size, own * 3.5);
  const segments: Segment[] = [];
  let builder = new Builder();
  for (const [index, piece] of pieces.entries()) {
    const left = pieces[index - 1];
    const gap = left ? gapOf(left, piece) : 0;
    if (left && gap > column) {
      const segment = builder.done(line);
      if (segment) segments.push(segment);
      builder = new Builder();
    }
    const told = spacesAfter.has(index - 1) && own <= WORD_GAP * line.size;
    builder.add(piece, gap > word || told);
  }
  const segment = builder.done(line);
  return segment ? [...segments, segment] : segments;
}

/** The lines of a page from top to bottom, each cut where a wide gap parts columns. */
export const rowsOf = (pieces: readonly Glyphs[]): Segment[][] =>
  linesOf(pieces)
    .map(split)
    .filter((row) => row.length > 0);
