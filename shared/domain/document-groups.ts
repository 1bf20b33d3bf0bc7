/** What a document is about, as Guichet sorts SPF's types. */
export const DOCUMENT_GROUPS = [
  'recovery',
  'sanction',
  'payment',
  'assessment',
  'declaration',
  'receipt',
  'control',
  'dispute',
  'attestation',
  'customs',
  'realEstate',
  'ubo',
  'vat',
  'other',
] as const;
export type DocumentGroup = (typeof DOCUMENT_GROUPS)[number];

/**
 * What the archive holds of a document. `waiting`: queued; `refused`: SPF says no; `gone`: over 60 days; `damaged`: will be fetched again;
 * `excluded`: the firm or SPF leaves it out on purpose.
 */
export const ARCHIVE_STATES = ['waiting', 'stored', 'refused', 'gone', 'damaged', 'excluded'] as const;
export type ArchiveState = (typeof ARCHIVE_STATES)[number];
