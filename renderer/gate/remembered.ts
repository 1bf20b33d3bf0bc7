const KEY = 'guichet.shut';

/** Whether the last start met a profile that somebody had to open: then the frame of the window is not shown before it is known. */
export const wasShut = (storage: Pick<Storage, 'getItem'>): boolean => storage.getItem(KEY) !== null;

export function rememberShut(storage: Pick<Storage, 'setItem' | 'removeItem'>, shut: boolean): void {
  if (shut) storage.setItem(KEY, '1');
  else storage.removeItem(KEY);
}
