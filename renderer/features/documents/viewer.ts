/** What the pane asks of whatever shows its document. */
export interface Viewer {
  find(): void;
  print(): void;
  /** One step larger or smaller; 0 fits the width. */
  zoom(step: 1 | -1 | 0): void;
  /** Scrolls by what a key says; answers whether it was such a key. */
  scroll(key: string): boolean;
}

/** A viewer that has nothing of this. */
export const NO_VIEWER: Viewer = { find: () => {}, print: () => {}, zoom: () => {}, scroll: () => false };

const LINE = 40;
/** What is left on the screen of the former page. */
const KEPT = 48;

/** Scrolls an element by a key as the browser does for the element that has the focus. */
export function scrollByKey(element: HTMLElement, key: string): boolean {
  const page = Math.max(LINE, element.clientHeight - KEPT);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: LINE,
    ArrowUp: -LINE,
    PageDown: page,
    PageUp: -page,
    Home: -element.scrollHeight,
    End: element.scrollHeight,
  };
  const move = moves[key];
  if (move !== undefined) element.scrollBy({ top: move });
  return move !== undefined;
}
