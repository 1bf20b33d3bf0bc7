import type { Timers } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';

const KEPT_MS = 30 * 60_000;
/** Tables somebody is looking at; an older one is dropped for a newer. */
const KEPT = 4;

export interface KeptTables<T> {
  /** @returns the id under which the table can be asked for, for half an hour */
  keep(table: T): string;
  /** @throws GuichetError `table.gone` */
  get(id: string): T;
  close(): void;
}

/** Tables that have been read and not been taken over yet; client data stays in memory alone. */
export function keepTables<T>(timers: Timers, id: () => string): KeptTables<T> {
  const kept = new Map<string, { readonly table: T; readonly cancel: () => void }>();
  const drop = (tableId: string): void => {
    kept.get(tableId)?.cancel();
    kept.delete(tableId);
  };
  return {
    keep: (table) => {
      const tableId = id();
      kept.set(tableId, { table, cancel: timers.after(KEPT_MS, () => drop(tableId)) });
      for (const oldest of [...kept.keys()].slice(0, -KEPT)) drop(oldest);
      return tableId;
    },
    get: (tableId) => {
      const found = kept.get(tableId);
      if (!found) throw new GuichetError('table.gone', { action: 'chooseFile' });
      return found.table;
    },
    close: () => {
      for (const tableId of [...kept.keys()]) drop(tableId);
    },
  };
}
