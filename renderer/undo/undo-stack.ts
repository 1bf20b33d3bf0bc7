import { create } from 'zustand';

/** How many changes can be taken back, one after another. */
const DEEPEST = 50;

/** Changes that can be taken back, the latest last. Forgotten at closing. */
interface UndoStack {
  readonly ids: readonly string[];
  push(id: string): void;
  drop(id: string): void;
}

export const useUndoStack = create<UndoStack>()((set) => ({
  ids: [],
  push: (id) => set((state) => ({ ids: [...state.ids, id].slice(-DEEPEST) })),
  drop: (id) => set((state) => ({ ids: state.ids.filter((one) => one !== id) })),
}));
