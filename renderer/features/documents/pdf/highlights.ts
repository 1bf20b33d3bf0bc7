/** Names of the highlights; their colours are in PdfText.module.css. */
export type HighlightName = 'guichet-hit' | 'guichet-hit-now';

/** Marks ranges of text without touching the text. Answers what takes the marks away. */
export function highlight(name: HighlightName, ranges: readonly Range[]): () => void {
  let marked = CSS.highlights.get(name);
  if (!marked) {
    marked = new Highlight();
    CSS.highlights.set(name, marked);
  }
  const own = marked;
  for (const range of ranges) own.add(range);
  return () => {
    for (const range of ranges) own.delete(range);
  };
}
