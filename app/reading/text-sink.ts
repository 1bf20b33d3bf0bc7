/** Where the plain text of a document goes once it was read; it never stays in `guichet.db`. */
export interface TextSink {
  /** Takes the place of what was there for the document. */
  put(seq: number, text: string): void;
  has(seq: number): boolean;
}

export const noSink: TextSink = { put: () => {}, has: () => false };
