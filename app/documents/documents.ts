import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import type { BlobStore } from '#app/platform/blobs/index.ts';
import type { Output } from '#shared/contract/index.ts';
import { type EnterpriseNumber, isEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { documentRow } from './document-row.ts';
import { documents as rows } from './documents-repository.ts';
import { documentFileName } from './file-name.ts';
import type { Metadatum } from './mmf-item.ts';

export interface Documents {
  /** @throws GuichetError `documents.unknown` */
  get(id: string): Output<'documents.get'>;
  /** @throws GuichetError `documents.unknown`, `documents.notStored`, `document.missing`, `document.damaged` */
  content(id: string): Promise<Output<'documents.content'>>;
}

export interface DocumentsDeps {
  readonly blobs: BlobStore;
  readonly clients: Clients;
  readonly lookBackDays: number;
  /** Has a document fetched again whose file does not stand up to its hash. */
  readonly refetch: (id: string) => void;
}

export function createDocuments(context: Context, { blobs, clients, lookBackDays, refetch }: DocumentsDeps): Documents {
  const { db, audit, users, settings, events, now } = context;
  const unknown = (): GuichetError => new GuichetError('documents.unknown');

  const fileName = (id: string): string => {
    const row = rows.row(db, id);
    if (!row) throw unknown();
    const locale = (row.clientId && clients.find(db, row.clientId)?.language) || settings.get().locale;
    return documentFileName(row.modifiedOn, row[locale], row.clientName ?? '', row.mimeType);
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

  return {
    get: (id) => {
      const record = rows.find(db, id);
      const row = rows.row(db, id);
      if (!record || !row) throw unknown();
      const metadata = (JSON.parse(record.metadata) as Metadatum[]).map(({ name, values }) => ({ name, values: [...values] }));
      return {
        ...documentRow(row, lookBackDays),
        until: null,
        note: '',
        contents: [],
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
    content: async (id) => {
      const record = rows.find(db, id);
      if (!record) throw unknown();
      if (record.archive !== 'stored' || record.sha256 === null) throw new GuichetError('documents.notStored', { action: 'retry' });
      try {
        const bytes = await blobs.read(record.sha256);
        db.write((tx) => audit.append(tx, { kind: 'document.read', userId: users.current().id, clientId: record.clientId, subjectId: id }));
        return { bytes, mimeType: record.mimeType ?? 'application/octet-stream', fileName: fileName(id) };
      } catch (error) {
        if (error instanceof GuichetError && error.code.startsWith('document.')) damaged(id, error.code);
        throw error;
      }
    },
  };
}
