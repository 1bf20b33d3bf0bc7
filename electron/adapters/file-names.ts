/** Characters that some file system refuses or reads as a path, and control characters (`Cc`). */
const UNSAFE = /[<>:"/\\|?*\p{Cc}]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST = 150;

/** A file name from outside, made harmless: no path, no reserved name, no leading or trailing dot, not too long. Keeps its extension. */
export function safeFileName(name: string): string {
  const cleaned = name.replace(UNSAFE, '_').replace(/^[.\s]+|[.\s]+$/g, '') || 'document';
  const whole = RESERVED.test(cleaned) ? `_${cleaned}` : cleaned;
  if (whole.length <= LONGEST) return whole;
  const extension = /\.[a-z0-9]{1,8}$/i.exec(whole)?.[0] ?? '';
  return whole.slice(0, LONGEST - extension.length) + extension;
}

/** Kinds that open in a viewer. Anything else could be a program; it can be saved, not opened. */
const VIEWABLE = new Set(['pdf', 'docx', 'xlsx', 'xml', 'txt', 'csv', 'png', 'jpg', 'jpeg', 'tif', 'tiff']);

export const isViewable = (name: string): boolean => VIEWABLE.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
