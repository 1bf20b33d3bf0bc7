export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value that this part of them does not exceed: 0.99 for the 99th of a hundred. */
export function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)]!;
}

export interface Ratio {
  readonly name: string;
  /** What was measured, in `unit`. */
  readonly ours: number;
  readonly theirs: number;
  readonly unit: string;
  readonly target: number;
}

/** One line of the bench's table; a missed target is said, never hidden. */
export function describeRatio({ name, ours, theirs, unit, target }: Ratio): string {
  const ratio = ours / theirs;
  const verdict = ratio <= target ? 'met' : 'MISSED';
  return `${name.padEnd(58)} ${ours.toFixed(2).padStart(10)} / ${theirs.toFixed(2).padStart(9)} ${unit.padEnd(3)} = ${ratio.toFixed(2).padStart(5)}  target <= ${target}  ${verdict}`;
}
