import { type Flow, type Surroundings, segmentFlow } from './flow.ts';
import type { Page } from './glyphs.ts';
import { rowsOf, type Segment } from './segments.ts';

/** In sizes of the letters: how far apart the lines of a paragraph are, and how far above its value a label may stand. */
const LINE = 1.9;
const ABOVE = 2.6;
/** Columns and paragraphs that may still go on; a page has fewer. */
const OPEN = 80;

const left = ({ edges }: Segment): number => edges[0]!;
const right = ({ edges }: Segment): number => edges.at(-1)!;
const overlap = (a: Segment, b: Segment): number => Math.min(right(a), right(b)) - Math.max(left(a), left(b));

/** Whether `lower` goes on where `upper` ended: next line, same size, and one edge or the middle in line. */
function continues(upper: Segment, lower: Segment): boolean {
  const size = Math.max(upper.size, lower.size);
  const distance = lower.baseline - upper.baseline;
  if (distance <= 0.4 * size || distance > LINE * size || Math.min(upper.size, lower.size) < 0.75 * size) return false;
  const middle = Math.abs(left(upper) + right(upper) - left(lower) - right(lower)) / 2;
  return Math.min(Math.abs(left(upper) - left(lower)), Math.abs(right(upper) - right(lower)), middle) < 1.2 * size;
}

function blocksOf(rows: readonly (readonly Segment[])[]): Segment[][] {
  const open: Segment[][] = [];
  for (const row of rows) {
    const taken = new Set<Segment[]>();
    for (const segment of row) {
      const block = open.slice(-OPEN).findLast((each) => !taken.has(each) && continues(each.at(-1)!, segment));
      if (block) {
        block.push(segment);
        taken.add(block);
      } else {
        const fresh = [segment];
        open.push(fresh);
        taken.add(fresh);
      }
    }
  }
  return open;
}

function neighbours(rows: readonly (readonly Segment[])[]): (segment: Segment) => Surroundings {
  const rowOf = new Map(rows.flatMap((row, index) => row.map((segment) => [segment, index] as const)));
  return (segment) => {
    const index = rowOf.get(segment) ?? 0;
    const row = rows[index] ?? [];
    const before = row.slice(0, row.indexOf(segment));
    const above = rows
      .slice(Math.max(0, index - 3), index)
      .flat()
      .filter((each) => segment.baseline - each.baseline <= ABOVE * Math.max(segment.size, each.size) && overlap(each, segment) > 0);
    return { left: before.map(({ text }) => text).join(' '), above: above.map(({ text }) => text).join(' ') };
  };
}

export interface PageFlows {
  /** Columns and paragraphs, in reading order. */
  readonly blocks: readonly Flow[];
  /** Lines across all columns. */
  readonly rows: readonly Flow[];
}

export function flowsOf(page: Page): PageFlows {
  const blocks: Flow[] = [];
  const rows: Flow[] = [];
  for (const [angle, pieces] of page.byAngle) {
    const lines = rowsOf(pieces);
    const around = neighbours(lines);
    blocks.push(...blocksOf(lines).map((segments) => segmentFlow(page, angle, segments, around)));
    rows.push(...lines.filter((row) => row.length > 1).map((row) => segmentFlow(page, angle, row, around, ' ')));
  }
  return { blocks, rows };
}
