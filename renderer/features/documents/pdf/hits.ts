import type { Part } from './page-text.ts';

export interface PageHits {
  readonly page: number;
  readonly hits: readonly (readonly Part[])[];
}
export interface Found {
  /** What was searched for. */
  readonly query: string;
  /** Pages that hold something, in their order. */
  readonly pages: readonly PageHits[];
  readonly count: number;
  /** Pages are still being read. */
  readonly busy: boolean;
}

export const NOTHING: Found = { query: '', pages: [], count: 0, busy: false };

/** The page and the place on it of the nth hit of all. */
export function hitAt({ pages }: Found, index: number): { readonly page: number; readonly on: number } | null {
  let before = 0;
  for (const { page, hits } of pages) {
    if (index < before + hits.length) return { page, on: index - before };
    before += hits.length;
  }
  return null;
}

/** The first hit on this page or after it, so that a search begins where somebody reads. */
export function firstFrom({ pages }: Found, page: number): number {
  let before = 0;
  for (const found of pages) {
    if (found.page >= page) return before;
    before += found.hits.length;
  }
  return 0;
}
