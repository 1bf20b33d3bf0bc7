import { create } from 'zustand';

/** What lies over the view now, and where each view was left. Forgotten at closing. */
interface Overlays {
  readonly palette: boolean;
  /** Last filters of each view, as a query string, so that coming back finds them again. */
  readonly searches: Readonly<Record<string, string>>;
  setPalette(open: boolean): void;
  remember(path: string, search: string): void;
}

export const useOverlays = create<Overlays>()((set) => ({
  palette: false,
  searches: {},
  setPalette: (palette) => set({ palette }),
  remember: (path, search) => set((state) => ({ searches: { ...state.searches, [path]: search } })),
}));
