import { type RefObject, useEffect, useRef } from 'react';

/** How far a wheel turns for one step; touchpads send many small turns. */
const PER_STEP = 60;

/** Ctrl and the wheel zoom what is under the pointer instead of scrolling it. */
export function useWheelZoom(element: RefObject<HTMLElement | null>, onStep: (step: 1 | -1) => void): void {
  const step = useRef(onStep);
  step.current = onStep;
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    let turned = 0;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < PER_STEP) return;
      step.current(turned < 0 ? 1 : -1);
      turned = 0;
    };
    // React's own listener is passive and could not hold the scrolling back.
    target.addEventListener('wheel', onWheel, { passive: false });
    return () => target.removeEventListener('wheel', onWheel);
  }, [element]);
}
