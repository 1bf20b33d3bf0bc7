import { MIRROR_FIELDS, type MirrorField } from '#shared/contract/mirror.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { REFUSED_CHARACTERS } from '#shared/domain/safe-name.ts';

export type Piece = { readonly text: string } | { readonly field: MirrorField };
/** The folders from the outermost to the innermost, then the name; each a row of pieces. */
export type Template = readonly (readonly Piece[])[];

/** Folders within folders; enough for any office, and each keeps a readable share of the longest path. */
const MOST_LEVELS = 8;

/** @param at where, counted from 1, in UTF-16 units @param what the characters concerned */
function wrong(reason: string, at: number, what = ''): GuichetError {
  return new GuichetError('mirror.template', { params: { reason, at, what } });
}

const isField = (name: string): name is MirrorField => MIRROR_FIELDS.some((field) => field === name);

/**
 * Reads a folder rule such as `{clientCode}/{year}/{date} {type}`.
 * @throws GuichetError `mirror.template` with `reason` (`empty`, `unknown`, `open`, `close`, `character`, `emptyPart`, `dots`, `deep`), `at` and `what`
 */
export function parseTemplate(text: string): Template {
  if (text.trim() === '') throw wrong('empty', 1);
  const parts: Piece[][] = [];
  let from = 0;
  for (const part of text.split('/')) {
    parts.push(piecesOf(part, from));
    if (parts.length > MOST_LEVELS + 1) throw wrong('deep', from + 1, String(MOST_LEVELS));
    from += part.length + 1;
  }
  return parts;
}

/** @param from where the part begins in the whole */
function piecesOf(part: string, from: number): Piece[] {
  if (part.trim() === '') throw wrong('emptyPart', from + 1);
  if (/^[. ]+$/.test(part)) throw wrong('dots', from + 1, part);
  const pieces: Piece[] = [];
  for (const { 0: token, index } of part.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g)) {
    const at = from + index + 1;
    if (token === '{') throw wrong('open', at, token);
    if (token === '}') throw wrong('close', at, token);
    if (token.startsWith('{')) {
      const name = token.slice(1, -1);
      if (!isField(name)) throw wrong('unknown', at, token.slice(0, 40));
      pieces.push({ field: name });
    } else {
      for (const [offset, character] of [...token].entries()) {
        if (REFUSED_CHARACTERS.includes(character) || /\p{C}/u.test(character)) throw wrong('character', at + offset, character);
      }
      pieces.push({ text: token });
    }
  }
  return pieces;
}
