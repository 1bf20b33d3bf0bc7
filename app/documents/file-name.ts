import { extensionOf } from './sniff.ts';

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const LONGEST = 120;

/** A name every file system of the product takes: no reserved character or word, no trailing dot or space, not too long. */
export function safeName(text: string): string {
  const cleaned = text
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '');
  if (cleaned === '') return '_';
  return RESERVED.test(cleaned) ? `_${cleaned}` : cleaned;
}

/** `2026-11-20 Sommation Boulangerie Exemple.pdf` */
export function documentFileName(modifiedOn: string, label: string, clientName: string, mimeType: string | null): string {
  return `${safeName([modifiedOn, label, clientName].filter(Boolean).join(' '))}.${mimeType ? extensionOf(mimeType) : 'bin'}`;
}
