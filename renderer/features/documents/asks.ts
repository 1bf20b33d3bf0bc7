import { create } from 'zustand';

/** What the list asks of the preview. */
interface Asks {
  /** Grows with each wish to write the note of the document shown. */
  readonly note: number;
  askForNote(): void;
}

export const useAsks = create<Asks>()((set) => ({
  note: 0,
  askForNote: () => set((state) => ({ note: state.note + 1 })),
}));
