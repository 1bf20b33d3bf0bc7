import type { Context } from '#app/core/context.ts';
import { throttle } from '#app/core/throttle.ts';
import type { BlobStore } from '#app/platform/blobs/index.ts';
import type { DocumentSelection } from '#shared/contract/documents.ts';
import type { ExportFormat } from '#shared/contract/exports.ts';
import type { Handlers, Output } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { Listed } from './columns.ts';
import { writeCsv } from './csv.ts';
import { createPlacement } from './placement.ts';
import { type ExportRow, exportRows, orderedSeqs } from './rows.ts';
import { MOST_ROWS, writeXlsx } from './xlsx.ts';
import { createZip, type Sink } from './zip.ts';

const PAGE = 500;
const PUBLISH_MS = 200;

export interface ExportsDeps {
  readonly blobs: BlobStore;
  /** The documents a selection means. */
  readonly resolve: (selection: DocumentSelection) => readonly number[];
  /** Somebody met a document whose file cannot be read. */
  readonly mend: (documentId: string) => void;
}

export interface Exports {
  readonly handlers: Handlers<'exports.write' | 'exports.status' | 'exports.cancel'>;
  close(): Promise<void>;
}

/** What became of a document's file, by its `seq`; documents only listed have no entry. */
type Fate = { readonly file: string } | { readonly reason: string };

export function createExports(context: Context, { blobs, resolve, mend }: ExportsDeps): Exports {
  const { db, ports, events, audit, users, settings, today } = context;
  const { files } = ports;
  const publish = throttle(ports.timers, PUBLISH_MS, () => events.publish('exports'));
  let progress = { running: false, done: 0, total: 0 };
  let cancelled = false;
  let work: Promise<unknown> = Promise.resolve();

  const goOn = (): void => {
    if (cancelled) throw new GuichetError('exports.cancelled');
  };
  const advance = (by: number): void => {
    progress = { ...progress, done: progress.done + by };
    publish();
  };

  async function* pages(seqs: readonly number[]): AsyncGenerator<readonly ExportRow[]> {
    for (let from = 0; from < seqs.length; from += PAGE) {
      goOn();
      yield exportRows(db, seqs.slice(from, from + PAGE));
    }
  }

  async function* listed(seqs: readonly number[], fates: ReadonlyMap<number, Fate>, counts: boolean): AsyncGenerator<readonly Listed[]> {
    for await (const page of pages(seqs)) {
      yield page.map((row) => toListed(row, fates.get(row.seq), users.nameOf(row.assigneeId)));
      if (counts) advance(page.length);
    }
  }

  /** Puts the files in one after the other. @returns what became of each */
  const storeFiles = async (zip: ReturnType<typeof createZip>, seqs: readonly number[]): Promise<Map<number, Fate>> => {
    const fates = new Map<number, Fate>();
    const place = createPlacement(settings.get().locale);
    for await (const page of pages(seqs)) {
      for (const row of page) {
        goOn();
        if (row.archive === 'stored' && row.sha256 !== null) fates.set(row.seq, await storeFile(zip, row, row.sha256, place));
        advance(1);
      }
    }
    return fates;
  };

  const storeFile = async (
    zip: ReturnType<typeof createZip>,
    row: ExportRow,
    sha256: string,
    place: (row: ExportRow) => string,
  ): Promise<Fate> => {
    let bytes: Uint8Array;
    try {
      bytes = await blobs.read(sha256);
    } catch (error) {
      if (!(error instanceof GuichetError) || !error.code.startsWith('document.')) throw error;
      mend(row.id);
      return { reason: error.code };
    }
    const file = place(row);
    await zip.store(file, bytes, row.modifiedOn);
    return { file };
  };

  /** @returns how many documents are missing, and the size */
  const writeZip = async (file: Sink, seqs: readonly number[]): Promise<{ missing: number; bytes: number }> => {
    const t = createTranslator(settings.get().locale);
    const zip = createZip(file);
    const fates = await storeFiles(zip, seqs);
    await zip.deflate('index.csv', (sink) => writeCsv(sink, listed(seqs, fates, false), t), today());
    if (seqs.length < MOST_ROWS)
      await zip.deflate('index.xlsx', (sink) => writeXlsx(sink, listed(seqs, fates, false), t, today()), today());
    const present = [...fates.values()].filter((fate) => 'file' in fate).length;
    return { missing: seqs.length - present, bytes: await zip.end() };
  };

  const writeList = async (sink: Sink, seqs: readonly number[], format: 'csv' | 'xlsx'): Promise<{ missing: number; bytes: number }> => {
    const t = createTranslator(settings.get().locale);
    let missing = 0;
    const rows = async function* (): AsyncGenerator<readonly Listed[]> {
      for await (const page of listed(seqs, new Map(), true)) {
        missing += page.filter(({ archive }) => archive !== 'stored').length;
        yield page;
      }
    };
    const bytes = await (format === 'xlsx' ? writeXlsx(sink, rows(), t, today()) : writeCsv(sink, rows(), t));
    return { missing, bytes };
  };

  /** A document that leaves the archive is a consultation of its own, however many leave at once. */
  const noteEach = (seqs: readonly number[]): void => {
    const userId = users.current().id;
    for (let from = 0; from < seqs.length; from += PAGE) {
      const stored = exportRows(db, seqs.slice(from, from + PAGE)).filter(({ archive }) => archive === 'stored');
      db.write((tx) => {
        for (const { id } of stored) audit.append(tx, { kind: 'document.exported', userId, subjectId: id });
      });
    }
  };

  const write = async (selection: DocumentSelection, format: ExportFormat, path: string): Promise<Output<'exports.write'>> => {
    const seqs = orderedSeqs(db, resolve(selection));
    if (seqs.length === 0) throw new GuichetError('exports.empty');
    if (format === 'xlsx' && seqs.length >= MOST_ROWS)
      throw new GuichetError('exports.rows', { params: { count: seqs.length, most: MOST_ROWS - 1 } });
    progress = { ...progress, total: seqs.length };
    publish();
    const part = `${path}.part`;
    try {
      await files.remove(part);
      const writer = await files.create(part, 'usual');
      let result: { missing: number; bytes: number };
      try {
        result = format === 'zip' ? await writeZip(writer, seqs) : await writeList(writer, seqs, format);
        await writer.sync();
      } finally {
        await writer.close();
      }
      goOn();
      await files.rename(part, path);
      const params = { documents: seqs.length };
      if (format === 'zip') noteEach(seqs);
      db.write((tx) => audit.append(tx, { kind: 'exports.written', userId: users.current().id, params, shown: true }));
      events.publish('activity');
      return { documents: seqs.length, ...result };
    } catch (error) {
      await files.remove(part).catch(() => undefined);
      if (error instanceof GuichetError) throw error;
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'internal';
      throw new GuichetError('exports.write', { retryable: true, action: 'retry', params: { reason }, cause: error });
    }
  };

  return {
    handlers: {
      'exports.write': async ({ selection, format, path }) => {
        if (progress.running) throw new GuichetError('exports.busy', { retryable: true });
        progress = { running: true, done: 0, total: 0 };
        cancelled = false;
        const writing = write(selection, format, path).finally(() => {
          progress = { ...progress, running: false };
          publish();
        });
        work = writing.catch(() => undefined);
        return writing;
      },
      'exports.status': () => progress,
      'exports.cancel': () => {
        cancelled = true;
        return {};
      },
    },
    close: async () => {
      cancelled = true;
      await work;
      publish.stop();
    },
  };
}

function toListed(row: ExportRow, fate: Fate | undefined, assignee: string | null): Listed {
  const lost = fate && 'reason' in fate ? fate.reason : null;
  const { uuid, modifiedOn, dueOn, amount, work, note } = row;
  return {
    ...{ uuid, modifiedOn, dueOn, amount, work, note },
    client: row.client ?? '',
    enterprise: row.enterprise ?? '',
    label: row,
    group: row.grp,
    archive: lost === null ? row.archive : 'damaged',
    reason: lost ?? (row.archive === 'stored' ? null : row.reason),
    assignee: assignee ?? '',
    tags: (JSON.parse(row.tags) as string[]).sort((a, b) => a.localeCompare(b, 'fr')),
    file: fate && 'file' in fate ? fate.file : '',
    sha256: row.sha256 ?? '',
  };
}
