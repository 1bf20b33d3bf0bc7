import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import type { BlobStore } from '#app/platform/blobs/index.ts';
import type { ArchiveState, Consultation } from '#shared/contract/documents.ts';
import type { Output } from '#shared/contract/index.ts';
import { type EnterpriseNumber, isEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { documentRow } from './document-row.ts';
import { documents as rows, type StoredContent } from './documents-repository.ts';
import { documentFileName } from './file-name.ts';
import type { Metadatum } from './mmf-item.ts';

export interface Documents {
  /** @throws GuichetError `documents.unknown` */
  get(id: string): Output<'documents.get'>;
  /**
   * @param version SHA-256 of a former content; left out for the newest
   * @param by what a person does with it, which is evidence; `null` when the program reads for itself
   * @throws GuichetError `documents.unknown`, `documents.notStored`, `document.missing`, `document.damaged`
   */
  content(id: string, version: string | undefined, by: Consultation | null): Promise<Output<'documents.content'>>;
  /** @throws GuichetError `documents.unknown` */
  printed(id: string, pages: number): void;
}

export interface DocumentsDeps {
  readonly blobs: BlobStore;
  readonly clients: Clients;
  readonly lookBackDays: number;
  /** Has a document fetched again whose file does not stand up to its hash. */
  readonly refetch: (id: string) => void;
}

/** States in which nothing tries it again by itself. */
const UNTRIED: ReadonlySet<ArchiveState> = new Set<ArchiveState>(['stored', 'gone', 'excluded']);

export function createDocuments(context: Context, { blobs, clients, lookBackDays, refetch }: DocumentsDeps): Documents {
  const { db, audit, users, settings, events, now } = context;
  const unknown = (): GuichetError => new GuichetError('documents.unknown');

  /** @param content a former content, which has its own day and type */
  const fileName = (id: string, content?: Pick<StoredContent, 'modifiedOn' | 'mimeType'>): string => {
    const row = rows.row(db, id);
    if (!row) throw unknown();
    const locale = (row.clientId && clients.find(db, row.clientId)?.language) || settings.get().locale;
    const { modifiedOn, mimeType } = content ?? row;
    return documentFileName(modifiedOn, row[locale], row.clientName ?? '', mimeType);
  };

  /** The newest content of a document that is whole, or a former one by its hash. */
  const contentOf = (id: string, version: string | undefined): { readonly content: StoredContent; readonly isNewest: boolean } => {
    const record = rows.find(db, id);
    if (!record) throw unknown();
    const wanted = version ?? (record.archive === 'stored' ? record.sha256 : null);
    const content = rows.contents(db, record.seq).find(({ sha256 }) => sha256 === wanted);
    if (!content) throw new GuichetError('documents.notStored', { action: 'retry' });
    return { content, isNewest: content.sha256 === record.sha256 };
  };

  /** The row says at once that the bytes are not there, and they are fetched again while SPF still gives them. */
  const damaged = (id: string, reason: string): void => {
    db.write((tx) => {
      rows.notStored(tx, { id, archive: 'damaged', reason, now: now() });
      audit.append(tx, { kind: 'document.damaged', subjectId: id, params: { reason } });
    });
    refetch(id);
    events.publish('documents');
  };

  /** Who saw or took away which document when: what SPF may ask for. */
  const consulted = (what: Consultation | 'printed', id: string, params: Readonly<Record<string, string | number>>): void => {
    const clientId = rows.find(db, id)?.clientId ?? null;
    db.write((tx) => audit.append(tx, { kind: `document.${what}`, userId: users.current().id, clientId, subjectId: id, params }));
  };

  return {
    get: (id) => {
      const record = rows.find(db, id);
      const row = rows.row(db, id);
      if (!record || !row) throw unknown();
      const metadata = (JSON.parse(record.metadata) as Metadatum[]).map(({ name, values }) => ({ name, values: [...values] }));
      return {
        ...documentRow(row, lookBackDays),
        until: UNTRIED.has(record.archive) || record.retryAt === null ? null : new Date(record.retryAt).toISOString(),
        note: record.note,
        contents: rows
          .contents(db, record.seq)
          .map(({ sha256, storedAt, modifiedOn, size }) => ({ sha256, storedAt: new Date(storedAt).toISOString(), modifiedOn, size })),
        sha256: record.sha256,
        storedAt: record.storedAt === null ? null : new Date(record.storedAt).toISOString(),
        fileName: fileName(id),
        // A person's national number stays inside the core.
        contexts: rows.contexts(db, record.seq).map(({ type, identifier }) => ({
          type,
          enterpriseNumber: type === 'CBE' && isEnterpriseNumber(identifier) ? (identifier as EnterpriseNumber) : null,
        })),
        metadata,
        history: audit.about(db, id).map((entry) => ({
          at: new Date(entry.at).toISOString(),
          what: entry.kind,
          who: users.nameOf(entry.userId),
          params: entry.params,
        })),
      };
    },
    printed: (id, pages) => {
      const record = rows.find(db, id);
      if (!record) throw unknown();
      consulted('printed', id, { pages });
    },
    content: async (id, version, by) => {
      const { content, isNewest } = contentOf(id, version);
      try {
        const bytes = await blobs.read(content.sha256);
        if (by) consulted(by, id, isNewest ? {} : { sha256: content.sha256 });
        return { bytes, mimeType: content.mimeType, fileName: fileName(id, content) };
      } catch (error) {
        if (!(error instanceof GuichetError) || !error.code.startsWith('document.')) throw error;
        // SPF gives the newest content only; a former one comes back from a copy, or not at all.
        if (isNewest) damaged(id, error.code);
        else refetch(id);
        throw error;
      }
    },
  };
}
