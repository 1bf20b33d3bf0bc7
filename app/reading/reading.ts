import type { Context } from '#app/core/context.ts';
import { throttle } from '#app/core/throttle.ts';
import type { Undo } from '#app/desk/undo.ts';
import type { BlobStore } from '#app/platform/blobs/index.ts';
import type { Reader } from '#app/platform/db/index.ts';
import type { DocumentSelection } from '#shared/contract/documents.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { FactKind } from '#shared/contract/reading.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { isReadable } from './extract/formats.ts';
import type { ReadDocument } from './extract/read-document.ts';
import { factValue } from './fact-values.ts';
import { factsOf, settleEffective } from './facts.ts';
import { type Readable, readings } from './reading-repository.ts';
import { createReadingRunner, textOf } from './runner.ts';
import type { TextSink } from './text-sink.ts';
import { createDocumentReader } from './thread/reader.ts';

const PROGRESS_MS = 500;

type Method = 'reading.get' | 'reading.correct' | 'reading.forget' | 'reading.again' | 'reading.status' | 'reading.text';

export interface Reading {
  readonly handlers: Handlers<Method>;
  /** Begins to read what waits, and goes on with what will come. */
  start(): void;
  /** The text of a stored document, read from the archive once more; `null`: it has none. @throws GuichetError `documents.unknown`, `document.*`, `reading.*` */
  readText(documentId: string): Promise<string | null>;
  close(): Promise<void>;
}

export interface ReadingDeps {
  readonly blobs: Pick<BlobStore, 'read'>;
  readonly texts: TextSink;
  readonly undo: Undo;
  readonly resolve: (reader: Reader, selection: DocumentSelection) => number[];
}

/** A person's word as it was before a change of it; `former` `undefined` when there was none. */
interface Before {
  readonly id: string;
  readonly kind: FactKind;
  readonly former?: string | null | undefined;
  readonly set?: string | null | undefined;
}

export function createReading(context: Context, { blobs, texts, undo, resolve }: ReadingDeps): Reading {
  const { db, audit, users, events, ports, now } = context;
  const reader = createDocumentReader(ports);
  const announce = throttle(ports.timers, PROGRESS_MS, () => {
    events.publish('reading');
    events.publish('documents');
  });
  const runner = createReadingRunner(context, { blobs, reader, texts, changed: announce });

  const find = (from: Reader, id: string): Readable => {
    const document = readings.find(from, id);
    if (!document) throw new GuichetError('documents.unknown');
    return document;
  };
  const said = (from: Reader, { seq }: Readable, kind: FactKind): string | null | undefined =>
    readings.facts(from, seq).find((fact) => fact.kind === kind && fact.source === 'person')?.value;

  const extract = async (id: string): Promise<ReadDocument | null> => {
    const { sha256, mimeType } = find(db, id);
    if (sha256 === null || mimeType === null || !isReadable(mimeType)) return null;
    return reader.read(await blobs.read(sha256), mimeType);
  };

  /** What a person says of a kind from now on; `undefined`: nothing any more. */
  const say = (id: string, kind: FactKind, value: string | null | undefined): { undoId: string | null } => {
    const undoId = db.write((tx) => {
      const document = find(tx, id);
      const former = said(tx, document, kind);
      if (former === value) return null;
      const by = users.current().id;
      if (value === undefined) readings.dropPersonFact(tx, document.seq, kind);
      else readings.setPersonFact(tx, { seq: document.seq, kind, value, now: now(), by });
      settleEffective(tx, document);
      const entry = value === undefined ? 'reading.forgotten' : 'reading.corrected';
      audit.append(tx, { kind: entry, userId: by, clientId: document.clientId, subjectId: id, params: { fact: kind } });
      return undo.keep(tx, 'fact', JSON.stringify({ id, kind, former, set: value } satisfies Before));
    });
    if (undoId !== null) for (const topic of ['reading', 'documents'] as const) events.publish(topic);
    return { undoId };
  };

  undo.register('fact', (tx, before) => {
    const { id, kind, former, set } = JSON.parse(before) as Before;
    const topics = ['reading', 'documents'] as const;
    const document = readings.find(tx, id);
    if (!document || said(tx, document, kind) !== set) return { restored: 0, left: 1, topics };
    if (former === undefined) readings.dropPersonFact(tx, document.seq, kind);
    else readings.setPersonFact(tx, { seq: document.seq, kind, value: former, now: now(), by: users.current().id });
    settleEffective(tx, document);
    return { restored: 1, left: 0, topics };
  });

  return {
    handlers: {
      'reading.get': ({ id }) => {
        const document = find(db, id);
        const { state, pages } = document;
        const reason = state === 'unreadable' ? document.reason : null;
        return { state, reason, pages: state === 'read' ? pages : null, facts: factsOf(db, document) };
      },
      'reading.correct': ({ id, kind, value }) => say(id, kind, value === null ? null : factValue(kind, value)),
      'reading.forget': ({ id, kind }) => say(id, kind, undefined),
      'reading.again': ({ selection }) => {
        const waiting = db.write((tx) => readings.again(tx, resolve(tx, selection)));
        announce();
        runner.wake();
        return { waiting };
      },
      'reading.status': () => {
        const { waiting = 0, read = 0, unreadable = 0 } = readings.counts(db);
        return { waiting, read, unreadable };
      },
      'reading.text': async ({ id }) => {
        const text = await extract(id);
        // The text is shown in the place of the file: who reads it has consulted the document.
        db.write((tx) => audit.append(tx, { kind: 'document.read', userId: users.current().id, subjectId: id, params: { as: 'text' } }));
        return { paragraphs: [...(text?.paragraphs ?? [])] };
      },
    },
    start: runner.wake,
    readText: async (documentId) => {
      const document = await extract(documentId);
      return document && textOf(document);
    },
    close: async () => {
      announce.stop();
      await runner.close();
    },
  };
}
