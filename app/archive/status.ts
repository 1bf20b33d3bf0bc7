import type { Context } from '#app/core/context.ts';
import type { ArchiveStatus } from '#shared/contract/archive.ts';
import { archiveRows } from './repository.ts';
import type { VerificationState } from './verification.ts';

/** The search index as the archive's page shows it. */
export interface Indexing {
  status(): { readonly running: boolean; readonly done: number; readonly total: number };
  /** Begins to build it anew, in the background. */
  rebuild(): void;
}

export const idleIndexing: Indexing = { status: () => ({ running: false, done: 0, total: 0 }), rebuild: () => {} };

/** More damage than this is not listed one by one. */
const MOST_FINDINGS = 500;

export function statusOf({ db, settings }: Context, verification: VerificationState, indexing: Indexing): ArchiveStatus {
  const { documents, bytes } = archiveRows.totals(db);
  const { running, done, total, finishedAt, problem } = verification;
  const { locale } = settings.get();
  return {
    documents,
    bytes,
    verification: {
      ...(running ? { running, done: Math.min(done, total), total } : { running, done: documents, total: documents }),
      finishedAt: finishedAt === null ? null : new Date(finishedAt).toISOString(),
      problem,
      damaged: archiveRows.findings(db, MOST_FINDINGS).map((finding) => ({
        documentId: finding.documentId,
        label: finding[locale],
        clientName: finding.clientName ?? '',
        reason: finding.reason,
        restored: finding.restored === 1,
      })),
    },
    indexing: indexing.status(),
  };
}
