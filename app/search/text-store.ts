import { command, type Database, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import { daysBetween, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import type { Source } from './sources.ts';

const EPOCH = localDate('1970-01-01');
/** Above any `seq`; the place of a document stays within the whole numbers JavaScript knows exactly. */
const PER_DAY = 2 ** 26;
const placeOf = (seq: number, day: LocalDate): number => daysBetween(EPOCH, day) * PER_DAY + seq;

interface Row {
  readonly place: number;
  readonly labels: string;
  readonly client: string;
  readonly metadata: string;
  readonly firm: string;
  readonly facts: string;
  readonly pages: string;
}

const entry = query<{ place: number }, { seq: number }>('search.entry', 'SELECT place FROM entry WHERE seq = @seq');
const putEntry = command<{ seq: number; place: number }>(
  'search.putEntry',
  'INSERT OR REPLACE INTO entry (seq, place) VALUES (@seq, @place)',
);
const remove = command<{ place: number }>('search.remove', 'DELETE FROM document_text WHERE rowid = @place');
const add = command<Row>(
  'search.add',
  `INSERT INTO document_text (rowid, labels, client, metadata, firm, facts, pages)
   VALUES (@place, @labels, @client, @metadata, @firm, @facts, @pages)`,
);
const pages = query<{ text: string }, { seq: number }>('search.pages', 'SELECT text FROM page_text WHERE seq = @seq');
const pagesOf = query<{ seq: number; text: string }, { seqs: string }>(
  'search.pagesOf',
  'SELECT seq, text FROM page_text WHERE seq IN (SELECT value FROM json_each(@seqs))',
);
const putPages = command<{ seq: number; text: string }>(
  'search.putPages',
  'INSERT INTO page_text (seq, text) VALUES (@seq, @text) ON CONFLICT (seq) DO UPDATE SET text = excluded.text',
);
const noteChange = command<{ seq: number }>('search.textChange', 'INSERT OR IGNORE INTO text_change (seq) VALUES (@seq)');
const changes = query<{ seq: number }, { limit: number }>(
  'search.textChanges',
  'SELECT seq FROM text_change ORDER BY seq DESC LIMIT @limit',
);
const changeCount = query<{ count: number }>('search.textChangeCount', 'SELECT count(*) AS count FROM text_change');
const changeDone = command<{ seq: number }>('search.textChangeDone', 'DELETE FROM text_change WHERE seq = @seq');
const dropEntry = command<{ seq: number }>('search.dropEntry', 'DELETE FROM entry WHERE seq = @seq');
const dropPages = command<{ seq: number }>('search.dropPages', 'DELETE FROM page_text WHERE seq = @seq');
const clearText = command('search.clearText', "INSERT INTO document_text (document_text) VALUES ('delete-all')");
const clearEntries = command('search.clearEntries', 'DELETE FROM entry');

const count = query<{ count: number }, { match: string }>(
  'search.count',
  'SELECT count(*) AS count FROM document_text WHERE document_text MATCH @match',
);
const window = (direction: 'ASC' | 'DESC') =>
  query<{ seq: number }, { match: string; offset: number; limit: number }>(
    `search.window${direction}`,
    `SELECT rowid % ${PER_DAY} AS seq FROM document_text WHERE document_text MATCH @match ORDER BY rowid ${direction} LIMIT @limit OFFSET @offset`,
  );
const newest = window('DESC');
const oldest = window('ASC');
// One string costs a fraction of as many rows.
const every = query<{ seqs: string | null }, { match: string }>(
  'search.every',
  `SELECT group_concat(rowid % ${PER_DAY}, ' ') AS seqs FROM document_text WHERE document_text MATCH @match`,
);

/** The tables of `search.db` that hold words. */
export const texts = {
  /** Writes the words of a document in the place of those that were there. @returns characters of its pages */
  index: (tx: Writer, source: Source): number => {
    const { seq, labels, client, metadata, note, tags, facts } = source;
    const before = tx.get(entry, { seq });
    if (before) tx.run(remove, before);
    const place = placeOf(seq, source.modifiedOn);
    const text = tx.get(pages, { seq })?.text ?? '';
    tx.run(add, { place, labels, client, metadata, firm: `${tags} ${note}`, facts, pages: text });
    if (before?.place !== place) tx.run(putEntry, { seq, place });
    tx.run(changeDone, { seq });
    return text.length;
  },
  clear: (tx: Writer): void => {
    tx.run(clearText);
    tx.run(clearEntries);
  },
  pages: (reader: Reader, seq: number): string | null => reader.get(pages, { seq })?.text ?? null,
  pagesOf: (reader: Reader, seqs: readonly number[]): ReadonlyMap<number, string> =>
    new Map(reader.all(pagesOf, { seqs: JSON.stringify(seqs) }).map(({ seq, text }) => [seq, text])),
  putPages: (search: Database, seq: number, text: string): void =>
    search.write((tx) => {
      tx.run(putPages, { seq, text });
      tx.run(noteChange, { seq });
    }),
  changed: (reader: Reader, limit: number): number[] => reader.all(changes, { limit }).map(({ seq }) => seq),
  changedCount: (reader: Reader): number => reader.get(changeCount)?.count ?? 0,
  /** Nothing of the document is left: neither its words nor its pages. */
  drop: (tx: Writer, seq: number): void => {
    const at = tx.get(entry, { seq });
    if (at) tx.run(remove, at);
    tx.run(dropEntry, { seq });
    tx.run(dropPages, { seq });
    tx.run(changeDone, { seq });
  },
  forget: (tx: Writer, seq: number): void => {
    tx.run(changeDone, { seq });
  },

  count: (reader: Reader, match: string): number => reader.get(count, { match })?.count ?? 0,
  /** `seq`s found, by date. */
  window: (reader: Reader, match: string, descending: boolean, offset: number, limit: number): number[] =>
    reader.all(descending ? newest : oldest, { match, offset, limit }).map(({ seq }) => seq),
  /** Tells each `seq` found, in no order that counts. */
  each: (reader: Reader, match: string, found: (seq: number) => void): void => {
    const list = reader.get(every, { match })?.seqs;
    if (!list) return;
    let seq = 0;
    for (let at = 0; at < list.length; at++) {
      const code = list.charCodeAt(at);
      if (code === 32) {
        found(seq);
        seq = 0;
      } else seq = seq * 10 + code - 48;
    }
    found(seq);
  },
};
