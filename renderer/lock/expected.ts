/** Whether the window was last known to be one that can be locked, so that a start shows nothing of it before the lock is known. */
const KEY = 'guichet.lock';

export const isExpected = (storage: Pick<Storage, 'getItem'>): boolean => storage.getItem(KEY) === 'yes';

export function remember(storage: Pick<Storage, 'setItem'>, expected: boolean): void {
  storage.setItem(KEY, expected ? 'yes' : 'no');
}
