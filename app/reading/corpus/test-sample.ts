import type { FactKind } from '#shared/contract/reading.ts';

/** A document and what a careful person finds in it; a kind that is missing is not in it. */
export interface Sample {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly truth: Partial<Readonly<Record<FactKind, string>>>;
}
