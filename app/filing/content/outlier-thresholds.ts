import type { GridNature } from '#shared/vat/grids.ts';

/** From how many former returns on an amount may be judged, and how far off it must be. */
export interface Experience {
  /** Returns of the last twelve months. */
  readonly returns: number;
  /** Times the usual amount from which it is high, or up to which it is low. */
  readonly high: number;
  readonly low: number;
  /** Whether a grid used for the first time, or not used this time, says anything. */
  readonly presence: boolean;
}

/**
 * Most experience first. With one or two returns only a slip by a factor of ten is told, such as a comma in the wrong place. Source: Guichet's
 * own choice; nothing of it keeps a return from being filed.
 */
export const EXPERIENCE: readonly Experience[] = [
  { returns: 3, high: 2.5, low: 0.4, presence: true },
  { returns: 1, high: 10, low: 0.1, presence: false },
];

/** A difference below this, in cents, is not worth a word: a base of 1.000,00, and the tax of such a base at 21 %. */
export const LEAST_DIFFERENCE: Readonly<Record<GridNature, number | null>> = {
  base: 1_000_00,
  netBase: 1_000_00,
  creditNote: 1_000_00,
  due: 210_00,
  deductible: 210_00,
  // They repeat 81–83, and 71/72 follow from the others.
  memoBase: null,
  balance: null,
};

/** A grid is expected when this share of the former returns used it. */
export const EXPECTED_SHARE = 0.75;
