import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, safeFileName, safeName } from './safe-name.ts';

const utf8 = (text: string): number => new TextEncoder().encode(text).length;
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        'con',
        'NUL',
        '.',
        ' ',
        '/',
        '\\',
        '..',
        '\u202e',
        '\u200b',
        '\ufe0f',
        '\ud800',
        'é',
        'e\u0301',
        '\0',
        ':',
        'lpt1',
        '\n',
        '中',
      ),
    )
    .map((parts) => parts.join('')),
);

/** The rules of the three systems, written independently of the code. */
function illegal(name: string): string | null {
  if (name === '' || name === '.' || name === '..') return 'empty';
  if (/[<>:"/\\|?*]/.test(name)) return 'character';
  for (const each of name) if (each.codePointAt(0)! < 32 || each.codePointAt(0) === 127) return 'control';
  if (/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u061c\u00ad]/.test(name)) return 'invisible';
  if (/\p{Cs}/u.test(name)) return 'half a character';
  if (/[. ]$/.test(name) || /^[. ]/.test(name)) return 'ends';
  if (/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name.split('.')[0]!.trim())) return 'reserved';
  if (name !== name.normalize('NFC')) return 'not composed';
  return utf8(name) > 255 || name.length > 255 ? 'long' : null;
}

describe('a safe name', () => {
  it('is legal on the three systems whatever the text, and stays as it is when made again', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 8, max: 250 }), (text, bytes) => {
        const name = safeName(text, { bytes });
        expect(illegal(name)).toBeNull();
        expect(utf8(name)).toBeLessThanOrEqual(bytes);
        expect(safeName(name, { bytes: bytes + 8 })).toBe(name);
        expect(illegal(safeFileName(text))).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['CON', '_CON'],
    ['nul .txt', '_nul .txt'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['..', '_'],
    [' name. ', 'name'],
    ['x\u202egnp.exe', 'xgnp.exe'],
    ['e\u0301', 'é'],
    ['a\tb', 'a b'],
  ])('%j becomes %j', (text, expected) => expect(safeName(text)).toBe(expected));

  it('is shortened between characters and keeps its extension', () => {
    expect(safeName('é'.repeat(10), { bytes: 8 })).toBe('ééé');
    expect(safeName('😀😀', { bytes: 6 })).toBe('😀');
    expect(safeFileName(`${'a'.repeat(300)}.pdf`, { bytes: 20 })).toBe(`${'a'.repeat(15)}.pdf`);
  });

  it('is the same file whatever case and accents are written like', () => {
    expect(nameKey('Société É.PDF')).toBe(nameKey('SOCIE\u0301TE\u0301 é.pdf'));
    expect(nameKey('a')).not.toBe(nameKey('b'));
  });
});
