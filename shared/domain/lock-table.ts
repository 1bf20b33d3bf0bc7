/**
 * What is answered while the application is locked; everything else is refused. One table for the core and for the main process, which
 * answers some methods itself. It holds what the lock's own screen needs, what gives no data of the firm, and what the machine tells the core.
 */
const OPEN = new Set([
  ...['lock.status', 'lock.lock', 'lock.notice', 'lock.unlock', 'users.forgotPin'],
  // Language and theme; which world this is, and that its key is there.
  ...['settings.get', 'vault.status', 'restore.status'],
  // They do something only where no profile is open, so nothing can be locked either.
  ...['vault.unlock', 'vault.create', 'vault.recover', 'vault.retry'],
  // Work goes on; what is told of it names nobody.
  ...['sync.wake', 'sync.notices', 'updates.standing', 'vault.note'],
]);

/** What a view still sends when it is taken away: a return and a note being written. Taken for moments after the lock fell, no longer. */
const LATE = new Set(['vat.save', 'documents.get', 'desk.change']);

export const isOpenWhileLocked = (method: string): boolean => OPEN.has(method);
export const isTakenLate = (method: string): boolean => LATE.has(method);
/** The names of both, for tests. */
export const LOCK_TABLE: { readonly open: readonly string[]; readonly late: readonly string[] } = { open: [...OPEN], late: [...LATE] };
