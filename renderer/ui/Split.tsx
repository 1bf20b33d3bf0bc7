import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { useScreen } from '../state/screen.ts';
import classes from './Split.module.css';

const MIN = 0.3;
const MAX = 0.75;
const clamp = (share: number): number => Math.min(MAX, Math.max(MIN, share));

export interface SplitProps {
  readonly name: string;
  readonly share: number;
  readonly label: string;
  readonly left: ReactNode;
  readonly right: ReactNode;
}

/** Two panes with a bar between them that mouse and arrow keys move; it stays as left. */
export function Split({ name, share, label, left, right }: SplitProps): ReactNode {
  const stored = useScreen((screen) => screen.splits[name]);
  const setSplit = useScreen((screen) => screen.setSplit);
  const frame = useRef<HTMLDivElement>(null);
  const now = clamp(stored ?? share);
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const box = frame.current?.getBoundingClientRect();
    if (box && event.currentTarget.hasPointerCapture(event.pointerId)) setSplit(name, clamp((event.clientX - box.left) / box.width));
  };
  const nudge = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowLeft' ? -0.02 : event.key === 'ArrowRight' ? 0.02 : 0;
    if (step !== 0) setSplit(name, clamp(now + step));
  };
  return (
    <div ref={frame} className={classes.split} style={{ gridTemplateColumns: `minmax(0, ${now}fr) 5px minmax(0, ${1 - now}fr)` }}>
      <div className={classes.pane}>{left}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that can be moved has no element of its own */}
      <div
        className={classes.bar}
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={label}
        aria-valuemin={MIN * 100}
        aria-valuemax={MAX * 100}
        aria-valuenow={Math.round(now * 100)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={nudge}
      />
      <div className={classes.pane}>{right}</div>
    </div>
  );
}
