import { useEffect, useState } from 'react';
import type { Book } from './book.ts';
import { type Found, NOTHING, type PageHits } from './hits.ts';
import { hitsOn } from './page-text.ts';

/** Pages read between two looks at the screen. */
const AT_A_TIME = 20;

/** Searches the whole document, page by page, without holding up the screen. */
export function useSearch(book: Book | null, query: string): Found {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (!book || query.trim() === '') {
      setFound(NOTHING);
      return;
    }
    let left = false;
    const search = async (): Promise<void> => {
      const pages: PageHits[] = [];
      let count = 0;
      for (let page = 1; page <= book.pages; page++) {
        const hits = hitsOn(await book.text(page), query);
        if (left) return;
        if (hits.length > 0) pages.push({ page, hits });
        count += hits.length;
        if (page % AT_A_TIME === 0 || page === book.pages) setFound({ query, pages: [...pages], count, busy: page < book.pages });
      }
    };
    search().catch(() => {
      if (!left) setFound((now) => ({ ...now, busy: false }));
    });
    return () => {
      left = true;
    };
  }, [book, query]);
  return found;
}
