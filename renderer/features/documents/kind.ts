/** How a stored document can be shown. */
export type Kind = 'pdf' | 'xml' | 'plain' | 'word' | 'image' | 'other';

const KINDS: Readonly<Record<string, Kind>> = {
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word',
  'image/png': 'image',
  'image/jpeg': 'image',
};

export function kindOf(mimeType: string | null): Kind {
  const type = mimeType ?? '';
  return KINDS[type] ?? (type.endsWith('+xml') ? 'xml' : type.startsWith('text/') ? 'plain' : 'other');
}

/** The kind of a file as people name it: `DOCX`. */
export const extensionOf = (fileName: string): string => (/\.(\w{1,5})$/.exec(fileName)?.[1] ?? '?').toUpperCase();
