import type { Context } from '#app/core/context.ts';
import { throttle } from '#app/core/throttle.ts';
import { query } from '#app/platform/db/index.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import type { TextIndex } from './text-index.ts';

/** Between two slices; what the window asks for comes in between. */
const BREATH_MS = 5;
const GATHER_MS = 50;
const PROGRESS_MS = 300;
const READ_AT_ONCE = 100;

export interface IndexingDeps {
  readonly index: TextIndex;
  /** The text of a stored document, read from the archive once more; `null`: it has none. Left out, texts are left as they are. */
  readonly readText?: ((documentId: string) => Promise<string | null>) | undefined;
}

/** The index kept up with the documents, a slice at a time, and made anew. */
export interface Indexing {
  /** Documents taken in, and of those read before, texts. */
  status(): { readonly running: boolean; readonly done: number; readonly total: number };
  /** Begins anew: labels first, then the texts, from the archive. */
  rebuild(): void;
  /** Has what changed taken in soon. */
  wake(): void;
  close(): Promise<void>;
}

interface Read {
  readonly seq: number;
  readonly id: string;
}

const documents = query<{ count: number }>('search.documents', 'SELECT count(*) AS count FROM document');
const readCount = query<{ count: number }>('search.readCount', "SELECT count(*) AS count FROM document WHERE read_state = 'read'");
const readAfter = query<Read, { seq: number; limit: number }>(
  'search.readAfter',
  "SELECT seq, id FROM document WHERE read_state = 'read' AND seq > @seq ORDER BY seq LIMIT @limit",
);

export function createIndexing({ db, ports, events }: Context, { index, readText }: IndexingDeps): Indexing {
  const { timers, log } = ports;
  let closed = false;
  let cancel: (() => void) | null = null;
  /** Texts of a rebuild: how many were looked at, of how many. `again`: those that are there are read once more too. */
  let reading: { done: number; readonly total: number } | null = null;
  let again = false;
  let work: Promise<void> = Promise.resolve();
  let behind = false;
  const announce = throttle(timers, PROGRESS_MS, () => events.publish('archive'));

  const pause = (): Promise<void> => new Promise((resolve) => timers.after(BREATH_MS, resolve));

  const readOne = async ({ seq, id }: Read): Promise<void> => {
    if (index.has(seq) && !again) return;
    try {
      const text = await readText?.(id);
      if (text && !closed) index.put(seq, text);
    } catch (error) {
      // A document that cannot be read now keeps what is known of it; the archive's own checks find the reason.
      log.write('warn', 'search.notRead', { code: toErrorShape(error).code });
    }
    await pause();
  };
  const readAll = async (): Promise<void> => {
    if (!readText || closed) return;
    const progress = { done: 0, total: db.get(readCount)?.count ?? 0 };
    reading = progress;
    for (let seq = 0; !closed; ) {
      const some = db.all(readAfter, { seq, limit: READ_AT_ONCE });
      for (const document of some) {
        if (closed) break;
        await readOne(document);
        progress.done += 1;
        announce();
      }
      const last = some.at(-1);
      if (!last) break;
      seq = last.seq;
      await pause();
    }
    if (!closed) index.setComplete(true);
    again = false;
    reading = null;
    announce();
    wake();
  };

  const turn = (): void => {
    cancel = null;
    if (closed) return;
    behind = step();
    if (behind) {
      announce();
      cancel = timers.after(BREATH_MS, turn);
    } else if (!index.complete() && !reading) work = readAll();
  };
  const step = (): boolean => {
    try {
      return index.step();
    } catch (error) {
      // A full disk or a locked file: what changed stays marked and is taken in with the next change or start.
      log.write('warn', 'search.behind', { code: toErrorShape(error).code });
      return false;
    }
  };
  const wake = (): void => {
    if (!cancel && !closed) cancel = timers.after(GATHER_MS, turn);
  };
  const stopListening = events.subscribe(({ topic }) => {
    if (topic === 'documents' || topic === 'clients' || topic === 'reading') wake();
  });

  return {
    status: () => {
      const total = db.get(documents)?.count ?? 0;
      const missing = index.behind();
      const texts = reading ?? { done: 0, total: 0 };
      return { running: missing > 0 || reading !== null, done: Math.max(0, total - missing) + texts.done, total: total + texts.total };
    },
    rebuild: () => {
      index.reset();
      again = true;
      events.publish('archive');
      wake();
    },
    wake,
    close: async () => {
      closed = true;
      stopListening();
      announce.stop();
      cancel?.();
      await work;
    },
  };
}
