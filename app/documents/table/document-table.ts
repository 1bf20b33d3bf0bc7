import type { Timers } from '#app/core/ports.ts';
import type { Database, Reader } from '#app/platform/db/index.ts';
import { type Columns, createColumns } from './columns.ts';
import { newestFirst, type Order } from './order.ts';
import { tableRows } from './rows.ts';

/** Rows taken in at once: some ten milliseconds of the core. */
const SLICE = 4_000;

/** All documents as the list sorts and filters them, in memory, kept up with `guichet.db` whoever writes to it. */
export interface DocumentTable {
  /** Resolves when every document is in it as it is now; a slice at a time, so that other calls come in between. */
  ready(): Promise<void>;
  /** The same at once, for work inside a transaction. */
  catchUp(reader: Reader): void;
  readonly columns: Columns;
  /** Counts the changes of what the list shows. */
  version(): number;
  /** All documents, the newest first. */
  newest(): Order;
}

export function createDocumentTable(db: Database, timers: Timers): DocumentTable {
  let columns = createColumns();
  let loadedTo = 0;
  let loaded = false;
  /** The last change that is in the table. */
  let change = 0;
  let version = 0;
  let order: Order | null = null;
  let waiting: Promise<void> | null = null;

  const put = (rows: ReturnType<typeof tableRows.of>): void => {
    for (const row of rows) if (columns.put(row)) order = null;
  };
  const restart = (reader: Reader): void => {
    columns = createColumns();
    order = null;
    loaded = false;
    loadedTo = 0;
    version += 1;
    change = tableRows.changeRange(reader).last;
    columns.expect(tableRows.last(reader));
  };
  /** @returns rows taken in; `null` when the table is as `guichet.db` is */
  const step = (reader: Reader): number | null => {
    if (!loaded) {
      if (loadedTo === 0) restart(reader);
      const rows = tableRows.after(reader, loadedTo, SLICE);
      put(rows);
      loadedTo = rows.at(-1)?.seq ?? loadedTo;
      loaded = rows.length < SLICE;
      return rows.length;
    }
    const { first, last } = tableRows.changeRange(reader);
    if (last === change) return null;
    if (first > change + 1) {
      restart(reader);
      return 0;
    }
    const changes = tableRows.changesAfter(reader, change, SLICE);
    const seqs = [...new Set(changes.map(({ seq }) => seq))].filter((seq) => seq > 0);
    const rows = tableRows.of(reader, seqs);
    put(rows);
    if (rows.length < seqs.length) {
      const there = new Set(rows.map(({ seq }) => seq));
      for (const seq of seqs) if (!there.has(seq)) columns.remove(seq);
      order = null;
    }
    change = changes.at(-1)?.n ?? change;
    version += 1;
    return rows.length;
  };

  const load = async (): Promise<void> => {
    let taken = 0;
    for (let rows = step(db); rows !== null; rows = step(db)) {
      taken += rows;
      if (taken < SLICE) continue;
      taken = 0;
      await new Promise<void>((resolve) => timers.after(0, resolve));
    }
  };

  return {
    ready: () => {
      if (waiting) return waiting;
      waiting = load().finally(() => {
        waiting = null;
      });
      return waiting;
    },
    catchUp: (reader) => {
      while (step(reader) !== null) {
        // As many slices as there are.
      }
    },
    get columns() {
      return columns;
    },
    version: () => version,
    newest: () => {
      order ??= newestFirst(columns.arrays.day, columns.length);
      return order;
    },
  };
}
