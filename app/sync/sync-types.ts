import type { Clients } from '#app/clients/clients.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import type { MmfClient } from '#app/documents/mmf-client.ts';
import type { BlobStore } from '#app/platform/blobs/index.ts';
import type { QuotaProfile } from '#shared/contract/settings.ts';
import type { SyncSnapshot } from '#shared/contract/sync.ts';
import type { DocumentRequest } from './request-document.ts';

export interface SyncSummary {
  readonly documents: number;
  readonly failed: number;
  readonly durationMs: number;
}

/** A person wants it now, or the schedule thinks it is time; only a person has what SPF refused today asked for once more. */
export type Cause = 'person' | 'schedule';

export interface Sync {
  status(): SyncSnapshot;
  /** Begins a run unless one is under way; its outcome shows in `status`. */
  start(clientId?: string, cause?: Cause): SyncSnapshot;
  cancel(): Promise<SyncSnapshot>;
  /** A whole run, awaited. @throws GuichetError `sync.*`, `identity.*`, `net.*`, `mmf.*` */
  run(request: { readonly client?: string | undefined }): Promise<SyncSummary>;
  /** A run of everything that goes on for long searches again, without losing its place. @returns whether there is one */
  searchAgain(): boolean;
  requestDocument(request: DocumentRequest): Promise<string>;
  /** Puts a document at the head of the queue. @throws GuichetError `documents.unknown` */
  fetch(documentId: string): void;
  /** These are on the screen now. */
  show(documentIds: readonly string[]): void;
  resume(): void;
  close(): Promise<void>;
}

export interface SyncDeps {
  readonly clients: Clients;
  readonly tokens: AccessTokens;
  readonly mmf: MmfClient;
  readonly blobs: BlobStore;
  readonly profile: () => QuotaProfile;
}
