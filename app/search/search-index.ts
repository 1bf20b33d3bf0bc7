import { command, type Database, query, type Reader } from '#app/platform/db/index.ts';

export interface SearchIndex {
  /** Brings the index up to date with rows that changed; cheap when there are none. */
  refresh(): void;
  /** `seq`s of the documents holding every word, each word as a beginning. `null` when the text has no word. */
  find(text: string): number[] | null;
}

interface Unindexed {
  readonly seq: number;
  readonly labels: string;
  readonly client: string;
  readonly metadata: string;
}

const BATCH = 1000;
const unindexed = query<Unindexed, { limit: number }>(
  'search.unindexed',
  `SELECT d.seq, d.label_fr || ' ' || d.label_nl || ' ' || d.label_de || ' ' || d.label_en AS labels,
     coalesce(c.name || ' ' || c.enterprise_number, '') AS client, d.metadata
   FROM document d LEFT JOIN client c ON c.id = d.client_id WHERE d.indexed = 0 ORDER BY d.seq LIMIT @limit`,
);
const markIndexed = command<{ until: number }>('search.indexed', 'UPDATE document SET indexed = 1 WHERE indexed = 0 AND seq <= @until');
const markAll = command('search.stale', 'UPDATE document SET indexed = 0 WHERE indexed = 1');
const remove = command<{ seq: number }>('search.remove', 'DELETE FROM document_text WHERE rowid = @seq');
const add = command<{ seq: number; labels: string; client: string; metadata: string }>(
  'search.add',
  'INSERT INTO document_text (rowid, labels, client, metadata) VALUES (@seq, @labels, @client, @metadata)',
);
const clear = command('search.clear', 'DELETE FROM document_text');
const matching = query<{ seq: number }, { match: string }>(
  'search.match',
  'SELECT rowid AS seq FROM document_text WHERE document_text MATCH @match',
);
const generation = query<{ generation: string }>('search.generation', 'SELECT generation FROM mark');
const clearMark = command('search.clearMark', 'DELETE FROM mark');
const setMark = command<{ generation: string }>('search.mark', 'INSERT INTO mark (generation) VALUES (@generation)');

/** What a person types as an FTS5 query: each word quoted, so that no operator of the query language can be typed; all must match. */
export function matchOf(text: string): string | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu);
  return words ? words.map((word) => `"${word}"*`).join(' ') : null;
}

const metadataText = (json: string): string =>
  (JSON.parse(json) as { name: string; values: string[] }[]).map(({ values }) => values.join(' ')).join(' ');

/** Where the belief in an index is kept: the other database. */
export interface Belief {
  read(reader: Reader): string | null;
  write(generation: string): void;
}

/** @param fresh names a new generation when the index has none or another than `guichet.db` believes in */
export function createSearchIndex(db: Database, search: Database, belief: Belief, fresh: () => string): SearchIndex {
  const adopt = (): void => {
    const present = search.get(generation)?.generation;
    if (present !== undefined && present === belief.read(db)) return;
    const name = fresh();
    search.write((tx) => {
      tx.run(clear);
      tx.run(clearMark);
      tx.run(setMark, { generation: name });
    });
    db.write((tx) => {
      tx.run(markAll);
    });
    belief.write(name);
  };

  const refresh = (): void => {
    for (;;) {
      const rows = db.all(unindexed, { limit: BATCH });
      const last = rows.at(-1);
      if (!last) return;
      search.write((tx) => {
        for (const { seq, labels, client, metadata } of rows) {
          tx.run(remove, { seq });
          tx.run(add, { seq, labels, client, metadata: metadataText(metadata) });
        }
      });
      // Only now: a crash in between makes these rows be read again, never forgotten.
      db.write((tx) => {
        tx.run(markIndexed, { until: last.seq });
      });
    }
  };

  adopt();
  return {
    refresh,
    find: (text) => {
      const match = matchOf(text);
      if (match === null) return null;
      refresh();
      return search.all(matching, { match }).map(({ seq }) => seq);
    },
  };
}
