/** Moments of the start that measurements and journeys wait on; the renderer's own is `data-ready` on its document. */
export type Milestone = 'main-started' | 'window-created' | 'window-shown' | 'core-ready' | 'simulator-ready';

/** Leaves a mark on the process's own timeline (`performance.getEntriesByName`), which costs nothing and needs no channel. */
export function reach(milestone: Milestone): void {
  performance.mark(`guichet/${milestone}`);
}
