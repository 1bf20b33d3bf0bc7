import type { FactBox } from '#shared/contract/reading.ts';
import type { Page } from './glyphs.ts';
import type { Segment } from './segments.ts';

/** Where something stands; `page` is `null` in a document without pages. */
export interface Place {
  readonly page: number | null;
  readonly boxes: readonly FactBox[];
}

/** What stands around a place of a flow and may say what it is. */
export interface Surroundings {
  /** To the left on the same line, beyond a gap. */
  readonly left: string;
  /** Just above, in another column or cell. */
  readonly above: string;
}

/** Text in reading order, lines parted by a line break: a column, a paragraph, or the whole of a line across its columns. */
export interface Flow {
  readonly text: string;
  place(start: number, end: number): Place;
  around(start: number): Surroundings;
}

interface Part {
  readonly segment: Segment;
  /** Where it begins in the flow's text. */
  readonly at: number;
}

/** Heights above and below the baseline, in sizes of the letters. */
const ASCENT = 0.8;
const DESCENT = 0.25;

function boxOf(page: Page, angle: number, segment: Segment, from: number, to: number): FactBox {
  const left = segment.edges[from]!;
  const right = segment.edges[to]!;
  const top = segment.baseline - ASCENT * segment.size;
  const bottom = segment.baseline + DESCENT * segment.size;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => ({ x: x * cos - y * sin, y: x * sin + y * cos })));
  const xs = corners.map(({ x }) => x / page.width);
  const ys = corners.map(({ y }) => y / page.height);
  const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
  const [x, y] = [share(Math.min(...xs)), share(Math.min(...ys))];
  return { x, y, width: share(Math.max(...xs) - x), height: share(Math.max(...ys) - y) };
}

/** A flow of segments of one page. @param around what surrounds one of its segments */
export function segmentFlow(
  page: Page,
  angle: number,
  segments: readonly Segment[],
  around: (segment: Segment) => Surroundings,
  joint = '\n',
): Flow {
  const parts: Part[] = [];
  let text = '';
  for (const segment of segments) {
    if (parts.length > 0) text += joint;
    parts.push({ segment, at: text.length });
    text += segment.text;
  }
  return {
    text,
    place: (start, end) => ({
      page: page.number,
      boxes: parts.flatMap(({ segment, at }) => {
        const [from, to] = [Math.max(start - at, 0), Math.min(end - at, segment.text.length)];
        return from < to && segment.text.slice(from, to).trim() !== '' ? [boxOf(page, angle, segment, from, to)] : [];
      }),
    }),
    around: (start) => around(parts.findLast(({ at }) => at <= start)!.segment),
  };
}

const NO_PLACE: Place = { page: null, boxes: [] };
/** Longer than this, a paragraph is no label of the next. */
const LABEL = 80;

/** Paragraphs of a document without pages, each a flow; a short one may be the label of the one after it. */
export const paragraphFlows = (paragraphs: readonly string[]): Flow[] =>
  paragraphs.map((text, index) => {
    const former = paragraphs[index - 1] ?? '';
    const above = former.length <= LABEL ? former : '';
    return { text, place: () => NO_PLACE, around: () => ({ left: '', above }) };
  });
