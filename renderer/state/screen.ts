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
  /** Columns somebody chose for a list, in their order; a list without an entry follows the width. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Which of several forms a part of the screen has. */
  readonly choices: Readonly<Record<string, string>>;
  setSplit(view: string, share: number): void;
  setSort(list: string, sort: string): void;
  setFolded(part: string, folded: boolean): void;
  setChoice(part: string, choice: string): void;
  /** `null`: by the width again. */
  setColumns(list: string, columns: readonly string[] | null): void;
}

export const useScreen = create<Screen>()(
  persist(
    (set) => ({
      splits: {},
      sorts: {},
      folded: {},
      columns: {},
      choices: {},
      setSplit: (view, share) => set((state) => ({ splits: { ...state.splits, [view]: share } })),
      setFolded: (part, folded) => set((state) => ({ folded: { ...state.folded, [part]: folded } })),
      setChoice: (part, choice) => set((state) => ({ choices: { ...state.choices, [part]: choice } })),
      setColumns: (list, columns) =>
        set((state) => {
          const { [list]: _, ...others } = state.columns;
          return { columns: columns ? { ...others, [list]: columns } : others };
        }),
      setSort: (list, sort) => set((state) => ({ sorts: { ...state.sorts, [list]: sort } })),
    }),
    { name: 'guichet.screen', version: 1 },
  ),
);
