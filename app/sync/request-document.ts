import { type Classified, classify } from '#app/classifier/classify.ts';
import { DOCUMENT_TYPES } from '#app/classifier/types/index.ts';
import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import { documents } from '#app/documents/documents-repository.ts';
import type { JobStore } from '#app/platform/jobs/index.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { enqueueRequested } from './enqueue.ts';
import { nextRefresh } from './limits.ts';
import { consentFor } from './targets.ts';

export interface DocumentRequest {
  /** SPF's identifier, as the filing's answer named it. */
  readonly uuid: string;
  /** Whose document it is. */
  readonly owner: EnterpriseNumber;
  readonly reason: 'receiptPdf' | 'receiptXml';
}

/** SPF's own labels, as the search will show them. */
const LABELS: Readonly<Record<DocumentRequest['reason'], string>> = {
  receiptPdf: "PDF - Accusé de réception global d'un consignment InterVat",
  receiptXml: "XML - Accusée de réception global d'un consignment InterVat",
};

function receiptLabel(reason: DocumentRequest['reason']): Classified {
  const type = DOCUMENT_TYPES.find(({ fr }) => fr === LABELS[reason])!;
  return classify({ fr: type.fr, nl: type.nl, de: type.de, en: null });
}

/**
 * Asks for a document that no search has shown yet. It is in the table and the queue when this resolves; `document.stored` tells when it is
 * in the archive, the next day as a rule.
 * @returns its id in the archive
 * @throws GuichetError `sync.noConsent`
 */
export async function requestDocument(
  { db, id, now, today }: Context,
  clients: Clients,
  tokens: AccessTokens,
  jobs: JobStore,
  request: DocumentRequest,
): Promise<string> {
  const uuid = request.uuid.toLowerCase();
  const known = documents.findByUuid(db, uuid);
  const consent = consentFor(await tokens.active(), request.owner);
  if (!known && !consent) throw new GuichetError('sync.noConsent', { action: 'connect' });
  return db.write((tx) => {
    const record =
      documents.findByUuid(tx, uuid) ??
      documents.upsert(
        tx,
        {
          ...receiptLabel(request.reason),
          id: id(),
          uuid,
          clientId: clients.ensure(tx, request.owner).id,
          source: consent!.enterprise,
          owner: consent!.enterprise === request.owner ? null : { type: 'CBE', identifier: request.owner },
          modifiedOn: today(),
          metadata: [],
          now: now(),
        },
        [{ type: 'CBE', identifier: request.owner }],
      );
    enqueueRequested(tx, jobs, record, today(), 'receipt', nextRefresh(record.firstSeenAt));
    return record.id;
  });
}
