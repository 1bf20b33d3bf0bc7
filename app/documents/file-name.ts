import { safeName } from '#shared/domain/safe-name.ts';
import { extensionOf } from './sniff.ts';

/** Longest part of a name before its extension; longer ones are hard to read in a list of files. */
const LONGEST_BYTES = 120;

/** `2026-11-20 Sommation Boulangerie Exemple.pdf` */
export function documentFileName(modifiedOn: string, label: string, clientName: string, mimeType: string | null): string {
  const stem = safeName([modifiedOn, label, clientName].filter(Boolean).join(' '), { bytes: LONGEST_BYTES });
  return `${stem}.${mimeType ? extensionOf(mimeType) : 'bin'}`;
}
