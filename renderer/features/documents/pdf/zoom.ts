/** A point of a PDF is 1/72 inch, a pixel of a page 1/96. */
export const PIXELS_PER_POINT = 96 / 72;

/** `width` and `page` follow the room there is; a number is a share of the printed size. */
export type Zoom = 'width' | 'page' | number;

const STEPS = [0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;
export const CHOICES = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;
const LEAST = STEPS[0];
const MOST = STEPS[STEPS.length - 1]!;
/** What fits a narrow pane may be smaller than what can be chosen. */
const LEAST_FIT = 0.2;
const NEAR = 0.01;

export const clampZoom = (zoom: number): number => Math.min(MOST, Math.max(LEAST, zoom));

/** The next step up (1) or down (-1) of what is shown now. */
export function stepZoom(now: number, direction: 1 | -1): number {
  const next = direction > 0 ? STEPS.find((step) => step > now + NEAR) : STEPS.findLast((step) => step < now - NEAR);
  return next ?? (direction > 0 ? MOST : LEAST);
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** The share of the printed size at which a page (in points) is shown in a room (in pixels). */
export function zoomOf(zoom: Zoom, page: Room, room: Room): number {
  if (typeof zoom === 'number') return clampZoom(zoom);
  if (room.width <= 0 || room.height <= 0) return 1;
  const width = room.width / (page.width * PIXELS_PER_POINT);
  const fit = zoom === 'width' ? width : Math.min(width, room.height / (page.height * PIXELS_PER_POINT));
  return Math.min(MOST, Math.max(LEAST_FIT, fit));
}

/** Above this a canvas is drawn coarser and stretched, so that no page takes more than 48 MB. */
const MOST_PIXELS = 12_000_000;

/** Pixels of the canvas for each pixel of the page: the screen's, or less for a huge page. */
export const sharpness = (width: number, height: number, ratio: number): number =>
  Math.min(ratio, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
