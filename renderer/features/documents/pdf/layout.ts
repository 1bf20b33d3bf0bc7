/** Quarter turns clockwise a person gives the pages, beside what the document says itself. */
export type Turn = 0 | 1 | 2 | 3;
export const turned = (turn: Turn): Turn => ((turn + 1) % 4) as Turn;

export interface Size {
  readonly width: number;
  readonly height: number;
}
/** As shares of a page as the document shows it, from its top left corner. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export const sizeUnder = ({ width, height }: Size, turn: Turn): Size =>
  turn % 2 === 0 ? { width, height } : { width: height, height: width };

/** The same place after the turn, as shares of the turned page. */
export function boxUnder(box: Box, turn: Turn): Box {
  let { x, y, width, height } = box;
  for (let i = 0; i < turn; i++) [x, y, width, height] = [1 - y - height, x, height, width];
  return { x, y, width, height };
}

/** Pages under each other, in pixels of the scrolled area. */
export interface Layout {
  readonly tops: readonly number[];
  readonly sizes: readonly Size[];
  readonly width: number;
  readonly height: number;
}

export const GAP = 12;

/** @param pages sizes in points, @param scale pixels for a point */
export function layOut(pages: readonly Size[], scale: number, turn: Turn): Layout {
  const tops: number[] = [];
  const sizes: Size[] = [];
  let top = GAP;
  let widest = 0;
  for (const page of pages) {
    const { width, height } = sizeUnder(page, turn);
    // Down, or what fits the width would be wider than it by half a pixel.
    const size = { width: Math.floor(width * scale), height: Math.floor(height * scale) };
    tops.push(top);
    sizes.push(size);
    widest = Math.max(widest, size.width);
    top += size.height + GAP;
  }
  return { tops, sizes, width: widest, height: top };
}

/** The page (from 0) that lies at a height, or the nearest. */
export function pageAt({ tops }: Layout, y: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 1);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (tops[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** First and last page to be drawn while this stretch is on the screen. */
export function pagesIn(layout: Layout, top: number, height: number, beyond: number): readonly [first: number, last: number] {
  return [pageAt(layout, top - beyond), pageAt(layout, top + height + beyond)];
}

/** A place in the document that outlives a change of size: a page and how far down it, as a share of its height. */
export interface Anchor {
  readonly page: number;
  readonly share: number;
}

export function anchorAt(layout: Layout, top: number): Anchor {
  const page = pageAt(layout, top);
  return { page, share: (top - (layout.tops[page] ?? 0)) / (layout.sizes[page]?.height || 1) };
}

export function topOf(layout: Layout, { page, share }: Anchor): number {
  return Math.round((layout.tops[page] ?? 0) + share * (layout.sizes[page]?.height ?? 0));
}

/** Where to scroll so that a box of a page stands in sight with room around it; `null` when it is in sight already. */
export function scrollTo(
  layout: Layout,
  page: number,
  box: Pick<Box, 'y' | 'height'>,
  view: { top: number; height: number },
): number | null {
  const height = layout.sizes[page]?.height ?? 0;
  const top = (layout.tops[page] ?? 0) + box.y * height;
  const bottom = top + box.height * height;
  const inSight = top >= view.top + GAP && bottom <= view.top + view.height - GAP;
  return inSight ? null : Math.max(0, Math.round(top - view.height / 3));
}
