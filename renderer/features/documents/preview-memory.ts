import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Zoom } from './pdf/zoom.ts';

export const PANELS = ['note', 'history', 'versions', 'hold', 'details'] as const;
export type Panel = (typeof PANELS)[number];

/** How somebody likes to look at documents; stays from one document and one day to the next. */
interface PreviewMemory {
  readonly zoom: Zoom;
  readonly thumbnails: boolean;
  /** Whether what was read stands in full or as one line. */
  readonly facts: boolean;
  /** The panel that is open under the page, `null` when all are folded. */
  readonly panel: Panel | null;
  set(change: Partial<Omit<PreviewMemory, 'set'>>): void;
}

export const usePreview = create<PreviewMemory>()(
  persist((set) => ({ zoom: 'width', thumbnails: false, facts: true, panel: null, set: (change) => set(change) }), {
    name: 'guichet.preview',
    version: 1,
  }),
);
