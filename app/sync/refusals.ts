import type { ArchiveRecord } from '#app/documents/documents-repository.ts';

/** Refusals in a row after which a missing mandate explains them better than each document by itself. */
const ENOUGH = 3;

type Refused = Pick<ArchiveRecord, 'id' | 'source' | 'ownerIdentifier'>;

/**
 * What SPF refused during a run. After a few refusals for the same owner and mandate the rest is not asked for: it would cost places of
 * the quota and tell nothing new.
 */
export interface Refusals {
  begin(): void;
  /** @param reason code of the refusal, which names the mandate */
  refused(document: Refused, reason: string): void;
  granted(document: Refused, reason: string): void;
  /** Whether the answer is known without asking. */
  known(document: Refused, reason: string): boolean;
  /** Consents under which this document was refused. */
  by(documentId: string): ReadonlySet<string>;
}

export function createRefusals(): Refusals {
  let counts = new Map<string, number>();
  let sources = new Map<string, Set<string>>();
  const keyOf = ({ source, ownerIdentifier }: Refused, reason: string): string => `${source}/${ownerIdentifier ?? ''}/${reason}`;
  return {
    begin: () => {
      counts = new Map();
      sources = new Map();
    },
    refused: (document, reason) => {
      const key = keyOf(document, reason);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      const by = sources.get(document.id) ?? new Set();
      sources.set(document.id, by.add(document.source));
    },
    granted: (document, reason) => {
      counts.delete(keyOf(document, reason));
    },
    known: (document, reason) => document.ownerIdentifier !== null && (counts.get(keyOf(document, reason)) ?? 0) >= ENOUGH,
    by: (documentId) => sources.get(documentId) ?? new Set(),
  };
}
