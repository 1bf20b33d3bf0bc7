import { toErrorShape } from '#shared/domain/errors.ts';

/**
 * What a try that failed before anything was sent means for the return.
 * - `wait` the way to SPF is closed: tried again after a pause, and at once when something gives hope
 * - `person` a consent is missing: until a person gave one
 * - `moved` the return changed under our hands: looked at again
 * - `out` the return itself cannot go: it leaves the queue, and a person sees why
 */
export type Trouble = 'wait' | 'person' | 'moved' | 'out';

const MOVED = new Set(['vat.conflict', 'vat.not_now', 'vat.unknown_return']);

export function troubleOf(error: unknown): Trouble {
  const { code, retryable } = toErrorShape(error);
  if (MOVED.has(code)) return 'moved';
  if (code.startsWith('identity.')) return retryable ? 'wait' : 'person';
  return retryable && (code.startsWith('net.') || code === 'filing.unavailable') ? 'wait' : 'out';
}
