import { safeFileName as safe } from '#shared/domain/safe-name.ts';

/** A file name from outside, made harmless. */
export const safeFileName = (name: string): string => safe(name, { instead: '_' });

/** Kinds that open in a viewer. Anything else could be a program; it can be saved, not opened. */
const VIEWABLE = new Set(['pdf', 'docx', 'xlsx', 'xml', 'txt', 'csv', 'png', 'jpg', 'jpeg', 'tif', 'tiff']);

export const isViewable = (name: string): boolean => VIEWABLE.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
