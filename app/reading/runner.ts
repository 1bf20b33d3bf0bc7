import type { Context } from '#app/core/context.ts';
import type { BlobStore } from '#app/platform/blobs/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { isReadable } from './extract/formats.ts';
import type { ReadDocument } from './extract/read-document.ts';
import { settleEffective } from './facts.ts';
import { type Readable, readings } from './reading-repository.ts';
import type { TextSink } from './text-sink.ts';
import type { DocumentReader } from './thread/reader.ts';

/** Read one after the other and written down together. */
const BATCH = 8;
/** While documents keep coming in, faster than one in this time, reading waits: the archive comes first. */
const QUIET_MS = 1500;
/** A document whose reading was begun so often and never ended took the program down with it. */
const MOST_ATTEMPTS = 2;

export interface RunnerDeps {
  readonly blobs: Pick<BlobStore, 'read'>;
  readonly reader: DocumentReader;
  readonly texts: TextSink;
  readonly changed: () => void;
}

export interface ReadingRunner {
  /** There may be something to read. */
  wake(): void;
  close(): Promise<void>;
}

interface Done {
  readonly document: Readable;
  /** `null`: not tried after all, and to be tried again. */
  readonly result: ReadDocument | { readonly reason: string } | null;
}

export const textOf = ({ paragraphs }: ReadDocument): string => paragraphs.join('\n\n');

export function createReadingRunner(context: Context, { blobs, reader, texts, changed }: RunnerDeps): ReadingRunner {
  const { db, bus, ports, now } = context;
  let awake = false;
  let closed = false;
  let running: Promise<void> | null = null;
  let arrivals = 0;
  let stopQuiet: (() => void) | null = null;

  const read = async (document: Readable): Promise<Done> => {
    const { sha256, mimeType, attempts } = document;
    if (attempts >= MOST_ATTEMPTS) return { document, result: { reason: 'reading.crashed' } };
    if (sha256 === null || mimeType === null || !isReadable(mimeType)) return { document, result: { reason: 'reading.format' } };
    try {
      return { document, result: await reader.read(await blobs.read(sha256), mimeType) };
    } catch (error) {
      if (closed) return { document, result: null };
      return { document, result: { reason: error instanceof GuichetError ? error.code : 'internal' } };
    }
  };

  const record = (batch: readonly Done[]): void => {
    // Before the row says that it was read: a text put twice is the same text, one never put would be missed by nobody.
    for (const { document, result } of batch) if (result && 'facts' in result) texts.put(document.seq, textOf(result));
    db.write((tx) => {
      for (const { document, result } of batch) {
        if (result === null) {
          readings.giveBack(tx, document.seq);
          continue;
        }
        const facts = 'facts' in result ? result.facts : [];
        const reason = 'reason' in result ? result.reason : null;
        const state = reason === null ? 'read' : reason === 'reading.format' ? 'none' : 'unreadable';
        readings.end(tx, document, { state, reason, pages: 'pages' in result ? result.pages : null, now: now() });
        readings.setMachineFacts(tx, document.seq, facts, now());
        settleEffective(tx, document);
      }
    });
    for (const { document, result } of batch) if (result) bus.emit('document.read', { documentId: document.id, seq: document.seq });
    const failed = batch.filter(({ result }) => result && 'reason' in result && result.reason !== 'reading.format');
    if (failed.length > 0) ports.log.write('info', 'reading.unreadable', { count: failed.length });
    changed();
  };

  const work = async (): Promise<void> => {
    while (!closed && stopQuiet === null) {
      const batch = readings.next(db, BATCH);
      if (batch.length === 0) return;
      db.write((tx) => {
        for (const { seq, sha256 } of batch) readings.begin(tx, seq, sha256 ?? '');
      });
      const done: Done[] = [];
      for (const document of batch) done.push(closed ? { document, result: null } : await read(document));
      record(done);
    }
  };

  const pump = (): void => {
    if (closed || !awake || running || stopQuiet) return;
    running = work()
      .catch((error: unknown) => {
        ports.log.write('error', 'reading.failed', { code: error instanceof GuichetError ? error.code : 'internal' });
      })
      .finally(() => {
        running = null;
      });
  };

  const waitForQuiet = (): void => {
    const before = arrivals;
    stopQuiet = ports.timers.after(QUIET_MS, () => {
      stopQuiet = null;
      if (arrivals !== before) waitForQuiet();
      else void (running ?? Promise.resolve()).then(pump);
    });
  };
  const stopListening = bus.on('document.stored', () => {
    arrivals += 1;
    if (awake && !closed && stopQuiet === null) waitForQuiet();
  });

  return {
    wake: () => {
      awake = true;
      void (running ?? Promise.resolve()).then(pump);
    },
    close: async () => {
      closed = true;
      stopListening();
      stopQuiet?.();
      await reader.close();
      await running;
    },
  };
}
