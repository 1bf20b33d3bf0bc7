import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** What exists only on this screen and stays as it was left. */
interface Screen {
  /** Share of the width each split view gives to its list, 0..1. */
  readonly splits: Readonly<Record<string, number>>;
  /** Sort of each list, `column` or `-column`. */
  readonly sorts: Readonly<Record<string, string>>;
  /** Parts of the screen that are folded away. */
  readonly folded: Readonly<Record<string, boolean>>;
  setSplit(view: string, share: number): void;
  setSort(list: string, sort: string): void;
  setFolded(part: string, folded: boolean): void;
}

export const useScreen = create<Screen>()(
  persist(
    (set) => ({
      splits: {},
      sorts: {},
      folded: {},
      setSplit: (view, share) => set((state) => ({ splits: { ...state.splits, [view]: share } })),
      setFolded: (part, folded) => set((state) => ({ folded: { ...state.folded, [part]: folded } })),
      setSort: (list, sort) => set((state) => ({ sorts: { ...state.sorts, [list]: sort } })),
    }),
    { name: 'guichet.screen', version: 1 },
  ),
);
