/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/iu;
/** What some file system refuses or reads as a path. */
export const REFUSED_CHARACTERS = '<>:"/\\|?*';
const REFUSED = /[<>:"/\\|?*\p{Cc}]/gu;
/** Marks that turn the direction of writing, joiners, fillers, half characters: what one does not see in a name can deceive about it. */
const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;
/** Every file system of the product takes 255 bytes; a sign of a second copy or version must still fit. */
const LONGEST_BYTES = 200;

export interface NameRules {
  /** What stands in the place of a refused character. */
  readonly instead?: string;
  /** Longest name in bytes of UTF-8, which no file system counts in a larger unit. */
  readonly bytes?: number;
  /** Longest name in UTF-16 units. */
  readonly units?: number;
}

const bytesOf = (codePoint: number): number => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4);

/** The beginning of a text that fits, without cutting a character in two. */
function cut(text: string, bytes: number, units: number): string {
  let size = 0;
  let end = 0;
  for (const character of text) {
    size += bytesOf(character.codePointAt(0)!);
    if (size > bytes || end + character.length > units) break;
    end += character.length;
  }
  return text.slice(0, end);
}

const trimmed = (text: string): string => text.replace(/^[. ]+|[. ]+$/g, '');

/**
 * One name of a file or folder that Windows, macOS and Linux take as it is, whatever the text: no refused, invisible or direction-turning
 * character, no reserved word, no dot or space at either end, composed (NFC), never empty and not too long.
 */
export function safeName(text: string, { instead = ' ', bytes = LONGEST_BYTES, units = LONGEST_BYTES }: NameRules = {}): string {
  const cleaned = text.normalize('NFC').replace(REFUSED, instead).replace(INVISIBLE, '').replace(/\s+/gu, ' ').normalize('NFC');
  // A sign set before a reserved word needs its place.
  const name = trimmed(cut(trimmed(cleaned), Math.max(bytes - 1, 1), Math.max(units - 1, 1)));
  if (name === '') return '_';
  return RESERVED.test(name) ? `_${name}` : name;
}

/** The same for a name with its extension, which is kept when the rest is shortened. */
export function safeFileName(name: string, rules: NameRules = {}): string {
  const whole = safeName(name, { ...rules, bytes: Number.MAX_SAFE_INTEGER, units: Number.MAX_SAFE_INTEGER });
  const extension = /\.[a-z0-9]{1,8}$/iu.exec(whole)?.[0] ?? '';
  const { bytes = LONGEST_BYTES, units = LONGEST_BYTES } = rules;
  const stem = safeName(whole.slice(0, whole.length - extension.length), {
    ...rules,
    bytes: bytes - extension.length,
    units: units - extension.length,
  });
  return stem + extension;
}

/** Names with the same key may be the same file somewhere: case and the writing of accents do not count. */
export const nameKey = (name: string): string => name.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC');
