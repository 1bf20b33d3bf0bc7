import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type RefCallback, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { type Anchor, anchorAt, type Box, type Layout, pageAt, pagesIn, scrollTo, topOf } from './layout.ts';

/** Pixels beyond the screen that are drawn ahead. */
const AHEAD = 500;

export interface PageScroll {
  readonly ref: RefCallback<HTMLElement> | null;
  readonly element: RefObject<HTMLElement | null>;
  readonly first: number;
  readonly last: number;
  /** The page somebody reads, from 1. */
  readonly page: number;
  readonly onScroll: () => void;
  /** Shows the beginning of a page (from 1). */
  readonly toPage: (page: number) => void;
  /** Shows a place of a page (from 1), if it is not in sight. */
  readonly toBox: (page: number, box: Pick<Box, 'y' | 'height'>) => void;
}

/** How large the place for pages is, in pixels without its scroll bars. */
export function useRoom(): { ref: RefCallback<HTMLElement> | null; element: RefObject<HTMLElement | null>; width: number; height: number } {
  const { ref, width, height } = useElementSize<HTMLElement>();
  const element = useRef<HTMLElement>(null);
  return { ref: useMergedRef(ref, element), element, width, height };
}

/** Follows the scrolling: which pages are near, which is read. The place stays when sizes change. */
export function usePageScroll(layout: Layout, room: ReturnType<typeof useRoom>): PageScroll {
  const { element, height } = room;
  const [view, setView] = useState({ first: 0, last: 0, page: 1 });
  const anchor = useRef<Anchor>({ page: 0, share: 0 });

  const look = useCallback((): void => {
    const box = element.current;
    if (!box) return;
    const [first, last] = pagesIn(layout, box.scrollTop, box.clientHeight, AHEAD);
    const atEnd = box.scrollTop + box.clientHeight >= layout.height - 2;
    const page = (atEnd && box.scrollTop > 0 ? layout.tops.length - 1 : pageAt(layout, box.scrollTop + box.clientHeight / 3)) + 1;
    setView((now) => (now.first === first && now.last === last && now.page === page ? now : { first, last, page }));
  }, [layout, element]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a lower room shows fewer pages
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const top = topOf(layout, anchor.current);
    const centre = (box.scrollWidth - box.clientWidth) / 2;
    if (Math.abs(box.scrollTop - top) > 1) box.scrollTop = top;
    box.scrollLeft = centre;
    look();
  }, [layout, look, element, height]);

  return {
    ref: room.ref,
    element,
    ...view,
    onScroll: () => {
      if (element.current) anchor.current = anchorAt(layout, element.current.scrollTop);
      look();
    },
    toPage: (page) => element.current?.scrollTo({ top: Math.max(0, (layout.tops[page - 1] ?? 0) - 4) }),
    toBox: (page, place) => {
      const box = element.current;
      if (!box) return;
      const top = scrollTo(layout, page - 1, place, { top: box.scrollTop, height: box.clientHeight });
      if (top !== null) box.scrollTo({ top });
    },
  };
}
