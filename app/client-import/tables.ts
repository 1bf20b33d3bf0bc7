import type { Timers } from '#app/core/ports.ts';
import type { Table } from './table.ts';

const KEPT_MS = 30 * 60_000;
/** Lists somebody is looking at; an older one is dropped for a newer. */
const KEPT = 4;

export interface Tables {
  /** @returns the id under which the table can be asked for, for half an hour */
  keep(table: Table): string;
  get(id: string): Table | undefined;
  close(): void;
}

/** Lists that have been read and not been taken over yet; client data stays in memory alone. */
export function createTables(timers: Timers, id: () => string): Tables {
  const kept = new Map<string, { readonly table: Table; readonly cancel: () => void }>();
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
    get: (tableId) => kept.get(tableId)?.table,
    close: () => {
      for (const tableId of [...kept.keys()]) drop(tableId);
    },
  };
}
