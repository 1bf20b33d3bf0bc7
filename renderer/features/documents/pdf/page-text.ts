import { type Folded, findIn, fold } from '../text/fold.ts';

/** A stretch of words as the document holds it. Documents cut words where they like. */
export interface Run {
  readonly str: string;
  readonly hasEOL: boolean;
  /** A matrix; its last two figures are where the line begins, from the bottom left corner. */
  readonly transform: readonly number[];
}

export interface PageText {
  readonly runs: readonly Run[];
  /** Where each run begins in the page's whole text. */
  readonly starts: readonly number[];
  readonly folded: Folded;
}

/** A part of one run. */
export interface Part {
  readonly run: number;
  readonly start: number;
  readonly end: number;
}

export function pageText(runs: readonly Run[]): PageText {
  const starts: number[] = [];
  let whole = '';
  for (const { str, hasEOL } of runs) {
    starts.push(whole.length);
    whole += hasEOL ? `${str}\n` : str;
  }
  return { runs, starts, folded: fold(whole) };
}

/** Where a page holds the query: for each hit the parts of the runs it lies over. */
export function hitsOn({ runs, starts, folded }: PageText, query: string): Part[][] {
  return findIn(folded, query).map(([start, end]) => {
    const parts: Part[] = [];
    for (let run = lastAtOrBefore(starts, start); run < runs.length && starts[run]! < end; run++) {
      const length = runs[run]!.str.length;
      const from = Math.max(0, start - starts[run]!);
      const to = Math.min(length, end - starts[run]!);
      if (to > from) parts.push({ run, start: from, end: to });
    }
    return parts;
  });
}

function lastAtOrBefore(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
