/** Something outside the archive that may hold a copy of a content: the mirror's folder, a backup. */
export interface Restorer {
  /** For the log: `mirror`, `backup`. */
  readonly name: string;
  /** The content with this hash, `null` when it has none. What it answers is checked again; it may throw. */
  restore(sha256: string): Promise<Uint8Array | null>;
}
