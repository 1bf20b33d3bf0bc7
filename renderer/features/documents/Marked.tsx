import type { ReactNode } from 'react';
import type { MarkedText } from '#shared/contract/documents.ts';

/** Text with the found places marked. */
export function Marked({ text, marks }: MarkedText): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const [start, length] of marks) {
    parts.push(text.slice(end, start), <mark key={start}>{text.slice(start, start + length)}</mark>);
    end = start + length;
  }
  parts.push(text.slice(end));
  return parts;
}
