import { command, type Database, query } from '#app/platform/db/index.ts';
import type { TextSink } from '#app/reading/text-sink.ts';
import { type Belief, beliefOf, holds, marks } from './mark.ts';
import { type Source, sources } from './sources.ts';
import { texts } from './text-store.ts';

/** The most documents of one slice, and the most characters of their pages: some ten milliseconds of the core. */
const SLICE = 200;
const SLICE_CHARACTERS = 40_000;

const setIndexed = command<{ seqs: string }>(
  'search.indexed',
  'UPDATE document SET indexed = 1 WHERE seq IN (SELECT value FROM json_each(@seqs)) AND indexed = 0',
);
const setStale = command('search.stale', 'UPDATE document SET indexed = 0 WHERE indexed = 1');
const someUnindexed = query<{ seq: number }>('search.someUnindexed', 'SELECT seq FROM document WHERE indexed = 0 LIMIT 1');
const unindexed = query<{ count: number }>('search.unindexedCount', 'SELECT count(*) AS count FROM document WHERE indexed = 0');

export interface TextIndex extends TextSink {
  /** Takes in some of what changed. @returns whether there is more */
  step(): boolean;
  /** Documents the index does not know as they are. */
  behind(): number;
  /** Another number after each change of what the index would answer, whoever made it. */
  version(): string;
  count(match: string): number;
  /** `seq`s of those found, by their date. */
  window(match: string, descending: boolean, offset: number, limit: number): number[];
  each(match: string, found: (seq: number) => void): void;
  pagesOf(seqs: readonly number[]): ReadonlyMap<number, string>;
  /** Forgets a document that is deleted, its text included. */
  drop(seq: number): void;
  /** Forgets all words but the texts of the pages, and begins anew. */
  reset(): void;
  /** Whether the texts of all documents read before are here. */
  complete(): boolean;
  setComplete(complete: boolean): void;
}

/** @param fresh names a new generation when the index has none or another than `guichet.db` believes in */
export function createTextIndex(db: Database, search: Database, belief: Belief, fresh: () => string): TextIndex {
  const reset = (): void => {
    const generation = fresh();
    search.write((tx) => {
      texts.clear(tx);
      marks.begin(tx, generation);
    });
    db.write((tx) => {
      tx.run(setStale);
      belief.write(tx, `${generation} 0`);
    });
  };
  if (!holds(marks.read(search), belief.read(db))) reset();

  /** @returns those it had room for */
  const write = (waiting: readonly Source[], unknown: readonly number[]): Source[] => {
    const taken: Source[] = [];
    let characters = 0;
    search.write((tx) => {
      for (const seq of unknown) texts.forget(tx, seq);
      for (const source of waiting) {
        if (characters >= SLICE_CHARACTERS) break;
        characters += texts.index(tx, source);
        taken.push(source);
      }
      marks.slice(tx);
    });
    return taken;
  };

  return {
    // Both databases in one: nobody changes a document between its being read and its being marked. The mark comes last: after a crash in
    // between these documents are taken in again, never forgotten.
    step: () => {
      const changed = texts.changed(search, SLICE);
      // Most of the time there is nothing, and then nobody else's writing is waited for.
      if (changed.length === 0 && !db.get(someUnindexed)) return false;
      return db.write((tx) => {
        const stale = sources.unindexed(tx, SLICE);
        if (stale.length + changed.length === 0) return false;
        const listed = new Set(stale.map(({ seq }) => seq));
        const waiting = [
          ...stale,
          ...sources.of(
            tx,
            changed.filter((seq) => !listed.has(seq)),
          ),
        ];
        const known = new Set(waiting.map(({ seq }) => seq));
        const taken = write(
          waiting,
          changed.filter((seq) => !known.has(seq)),
        );
        tx.run(setIndexed, { seqs: JSON.stringify(taken.map(({ seq }) => seq)) });
        belief.write(tx, beliefOf(marks.read(search)!));
        return taken.length < waiting.length || stale.length + changed.length >= SLICE;
      });
    },
    behind: () => (db.get(unindexed)?.count ?? 0) + texts.changedCount(search),
    version: () => beliefOf(marks.read(search)!),
    count: (match) => texts.count(search, match),
    window: (match, descending, offset, limit) => texts.window(search, match, descending, offset, limit),
    each: (match, found) => texts.each(search, match, found),
    pagesOf: (seqs) => texts.pagesOf(search, seqs),
    drop: (seq) => search.write((tx) => texts.drop(tx, seq)),
    reset,
    complete: () => marks.read(search)?.complete === 1,
    setComplete: (complete) => marks.setComplete(search, complete),
    put: (seq, text) => {
      if (texts.pages(search, seq) !== text) texts.putPages(search, seq, text);
    },
    has: (seq) => texts.pages(search, seq) !== null,
  };
}
