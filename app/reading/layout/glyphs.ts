/** A piece of text as a PDF places it, in points from the top left corner of the page as it is shown, turned so that it runs to the right. */
export interface Glyphs {
  readonly text: string;
  /** Left end of the baseline. */
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  /** Size of the letters. */
  readonly size: number;
}

export interface Page {
  /** Counts from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Pieces by the angle they run at, radians clockwise; their places are given in the frame turned back by it. */
  readonly byAngle: ReadonlyMap<number, readonly Glyphs[]>;
}

/** Rough widths of letters in ems; only their proportions count, since the width of a whole piece is known. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/, 0],
  [/[ijl.,:;'’|!ft()[\]/\\\s]/, 0.29],
  [/[MWmw@%—]/, 0.86],
  [/\p{Lu}/u, 0.69],
  [/[+=<>€]/, 0.58],
];
export const letterWidth = (letter: string): number => WIDTHS.find(([pattern]) => pattern.test(letter))?.[1] ?? 0.55;
/** Marks that direct the writing or join letters: never part of what is written. */
export const isInvisible = (letter: string): boolean => WIDTHS[0]![0].test(letter);
