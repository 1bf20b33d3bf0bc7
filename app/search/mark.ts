import { command, type Database, query, type Reader, type Writer } from '#app/platform/db/index.ts';

interface Mark {
  readonly generation: string;
  readonly slices: number;
  readonly complete: number;
}

const read = query<Mark>('search.mark', 'SELECT generation, slices, complete FROM mark');
const clear = command('search.clearMark', 'DELETE FROM mark');
const begin = command<{ generation: string }>('search.beginMark', 'INSERT INTO mark (generation) VALUES (@generation)');
const count = command('search.countSlice', 'UPDATE mark SET slices = slices + 1');
const setComplete = command<{ complete: number }>('search.setComplete', 'UPDATE mark SET complete = @complete');

/** How far the index has come, kept in `search.db` itself. */
export const marks = {
  read: (reader: Reader): Mark | undefined => reader.get(read),
  begin: (tx: Writer, generation: string): void => {
    tx.run(clear);
    tx.run(begin, { generation });
  },
  slice: (tx: Writer): void => {
    tx.run(count);
  },
  /** Whether the texts of all documents read before are here. */
  setComplete: (search: Database, complete: boolean): void =>
    search.write((tx) => {
      tx.run(setComplete, { complete: complete ? 1 : 0 });
    }),
};

/** What `guichet.db` believes of the index: kept where a power cut takes nothing back. */
export interface Belief {
  read(reader: Reader): string | null;
  write(tx: Writer, belief: string): void;
}

/** `search.db` may lose its last slices in a power cut; then it knows fewer than `guichet.db` has counted. */
export const beliefOf = ({ generation, slices }: Mark): string => `${generation} ${slices}`;

export function holds(mark: Mark | undefined, belief: string | null): boolean {
  const [generation, slices] = belief?.split(' ') ?? [];
  return mark !== undefined && mark.generation === generation && mark.slices >= Number(slices);
}
