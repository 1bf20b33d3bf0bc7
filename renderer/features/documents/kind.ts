/** How a stored document can be shown. */
export type Kind = 'pdf' | 'text' | 'other';

export function kindOf(mimeType: string | null): Kind {
  if (mimeType === 'application/pdf') return 'pdf';
  if (mimeType?.startsWith('text/') || mimeType === 'application/xml' || mimeType?.endsWith('+xml')) return 'text';
  return 'other';
}

/** The kind of a file as people name it: `DOCX`. */
export const extensionOf = (fileName: string): string => (/\.(\w{1,5})$/.exec(fileName)?.[1] ?? '?').toUpperCase();
