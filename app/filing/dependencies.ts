import type { AccessTokens } from '#app/core/tokens.ts';
import type { Writer } from '#app/platform/db/index.ts';
import type { Client } from '#shared/contract/clients.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import type { Regime } from '#shared/vat/types.ts';

/** A declarant an imported file names and Guichet does not know yet. */
export type NewClient = Pick<Client, 'name' | 'street' | 'postCode' | 'city' | 'countryCode' | 'email' | 'phone'> & {
  readonly enterpriseNumber: EnterpriseNumber;
  readonly regime: Regime;
};

export interface DocumentRequest {
  /** SPF's identifier, from the answer to the filing. */
  readonly uuid: string;
  /** The declarant, whose document it is. */
  readonly owner: EnterpriseNumber;
  readonly reason: 'receiptPdf' | 'receiptXml';
}

/** What filing needs of the other topics. */
export interface FilingDependencies {
  readonly tokens: AccessTokens;
  /** Has a document of a known identifier fetched as soon as SPF can give it, the next day as a rule; asking twice is harmless. */
  requestDocument(request: DocumentRequest): Promise<unknown>;
  /** Has the documents of one client, or `null` of all, searched as soon as possible, in the background; what fails shows in the sync. */
  searchClient(clientId: string | null): void;
  /** Decrypted and verified bytes of a stored document. */
  readDocument(documentId: string): Promise<Uint8Array>;
  /** Adds a client inside the caller's transaction. @returns its id */
  createClient(tx: Writer, client: NewClient): string;
}
