import { type Book, viewportOf } from './book.ts';
import type { Found } from './hits.ts';
import type { Box, Turn } from './layout.ts';

/** About how far above its foot a line begins, as a share of a page. */
const LINE = 0.02;

/** How far down its page a hit stands, as shares of the page as it is turned. */
export async function placeOfHit(
  book: Book,
  found: Found,
  { page: number, on }: { readonly page: number; readonly on: number },
  turn: Turn,
): Promise<Pick<Box, 'y' | 'height'>> {
  const part = found.pages.find(({ page }) => page === number)?.hits[on]?.[0];
  const [page, text] = await Promise.all([book.page(number), book.text(number)]);
  const transform = part && text.runs[part.run]?.transform;
  if (!transform) return { y: 0, height: LINE };
  const viewport = viewportOf(page, 1, turn);
  const [, y = 0] = viewport.convertToViewportPoint(transform[4] ?? 0, transform[5] ?? 0) as number[];
  return { y: Math.max(0, y / viewport.height - LINE), height: LINE };
}
