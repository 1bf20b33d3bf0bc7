/** What reading one document may cost. Beyond it the document is left unread, or read in part where that can be done. */
export const LIMITS = {
  /** Pages read; what comes after is left out. */
  pages: 300,
  /** Pieces of text on a page. */
  pieces: 40_000,
  /** Characters of a document's text. */
  characters: 4_000_000,
  /** Bytes of an unpacked part of an office document, and of an XML document. */
  part: 32 * 1024 * 1024,
  /** Levels of an XML document. */
  depth: 200,
  /** Milliseconds for the whole document. */
  timeMs: 20_000,
} as const;
