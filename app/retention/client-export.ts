import type { Context } from '#app/core/context.ts';
import { documentFileName } from '#app/documents/file-name.ts';
import { createZip, type Sink } from '#app/exports/zip.ts';
import type { BlobStore } from '#app/platform/blobs/index.ts';
import { query } from '#app/platform/db/index.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { clientRows } from './client-rows.ts';

const contents = query<
  { id: string; sha256: string; label: string; modifiedOn: string; mimeType: string; clientName: string },
  { clientId: string }
>(
  'retention.clientContents',
  `SELECT d.id, c.sha256, d.label_fr AS label, c.modified_on AS modifiedOn, c.mime_type AS mimeType, coalesce(k.name, '') AS clientName
   FROM document d JOIN document_content c ON c.document_seq = d.seq LEFT JOIN client k ON k.id = d.client_id
   WHERE d.client_id = @clientId ORDER BY c.modified_on, d.seq`,
);

type Exported = Output<'retention.exportClient'>;

/** All that is kept of one client in one zip that a person can read: each table's rows as JSON, each document as it is (GDPR, articles 15 and 20). */
export function createClientExport(context: Context, blobs: BlobStore) {
  const { db, audit, events, ports, users, today, now } = context;
  const { files } = ports;

  const fill = async (sink: Sink, clientId: string): Promise<Exported> => {
    const zip = createZip(sink);
    const day = today();
    const json = (name: string, value: unknown): Promise<void> =>
      zip.deflate(name, (entry) => entry.write([Buffer.from(JSON.stringify(value, null, 2))]), day);
    const tables = clientRows(db, clientId);
    for (const [table, rows] of tables) await json(`data/${table}.json`, rows);
    const stored: Record<string, string> = {};
    let missing = 0;
    for (const { id, sha256, label, modifiedOn, mimeType, clientName } of db.all(contents, { clientId })) {
      try {
        const bytes = await blobs.read(sha256);
        const file = `documents/${sha256.slice(0, 8)} ${documentFileName(modifiedOn, label, clientName, mimeType)}`;
        await zip.store(file, bytes, modifiedOn);
        stored[file] = id;
      } catch (error) {
        if (!(error instanceof GuichetError) || !error.code.startsWith('document.')) throw error;
        missing += 1;
      }
    }
    const rows = [...tables.values()].reduce((sum, each) => sum + each.length, 0);
    const counts = Object.fromEntries([...tables].map(([table, each]) => [table, each.length]));
    await json('index.json', { client: clientId, made: new Date(now()).toISOString(), tables: counts, documents: stored, missing });
    return { documents: Object.keys(stored).length, missing, rows, bytes: await zip.end() };
  };

  return async ({ clientId, path }: Parsed<'retention.exportClient'>): Promise<Exported> => {
    if (clientRows(db, clientId).size === 0) throw new GuichetError('retention.unknown');
    const part = `${path}.part`;
    try {
      await files.remove(part);
      const writer = await files.create(part, 'usual');
      const result = await fill(writer, clientId)
        .then(async (made) => {
          await writer.sync();
          return made;
        })
        .finally(() => writer.close());
      await files.rename(part, path);
      const params = { documents: result.documents };
      db.write((tx) => audit.append(tx, { kind: 'retention.exported', userId: users.current().id, clientId, params, shown: true }));
      events.publish('activity');
      return result;
    } catch (error) {
      await files.remove(part).catch(() => undefined);
      if (error instanceof GuichetError) throw error;
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'internal';
      throw new GuichetError('exports.write', { retryable: true, action: 'retry', params: { reason }, cause: error });
    }
  };
}
