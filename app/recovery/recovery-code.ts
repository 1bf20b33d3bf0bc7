import type { Random } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { fromQuintets, readQuintet, toQuintets, writeQuintet } from './crockford.ts';

/** 160 bits: nobody guesses it, and a person can copy it by hand. */
export const SECRET_BYTES = 20;
const DATA = 4;
const GROUP = DATA + 1;
export const GROUPS = (SECRET_BYTES * 8) / (5 * DATA);

/** Twice a quintet in the field of 32 elements (x⁵ + x² + 1). */
const twice = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/**
 * The check of a group: the number of the group and its characters as coefficients of a polynomial over the field of 32 elements. Any one wrong
 * character, any two neighbours exchanged and any two groups exchanged are found.
 */
function checkOf(quintets: readonly number[], group: number): number {
  let check = group + 1;
  for (const quintet of quintets) check = twice(check) ^ quintet;
  return twice(check);
}

/** What is between characters does not matter: blanks, dashes, line ends. */
const charactersOf = (text: string): string[] => [...text.replace(/[\s\p{Pd}]/gu, '')];

/** A new code as it is shown: eight groups of five characters, the last of each its check. */
export const newRecoveryCode = (random: Random): string => writeRecoveryCode(random.bytes(SECRET_BYTES));

/** @param secret 20 bytes */
export function writeRecoveryCode(secret: Uint8Array): string {
  if (secret.byteLength !== SECRET_BYTES) throw new RangeError(`a recovery code holds ${SECRET_BYTES} bytes`);
  const quintets = toQuintets(secret);
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const data = quintets.slice(group * DATA, (group + 1) * DATA);
    return [...data, checkOf(data, group)].map(writeQuintet).join('');
  });
  return groups.join('-');
}

/**
 * The 20 bytes of a code that a person typed. Says nothing about whether it is the right one.
 * @throws GuichetError `recovery.mistyped` with the number of the first group that cannot be right; 0 when there are too few or too many
 */
export function readRecoveryCode(text: string): Uint8Array {
  const characters = charactersOf(text);
  const secret: number[] = [];
  for (let group = 0; group < GROUPS; group++) {
    const typed = characters.slice(group * GROUP, (group + 1) * GROUP).map(readQuintet);
    const data = typed.slice(0, DATA);
    if (typed.length < GROUP) throw new GuichetError('recovery.mistyped', { params: { group: 0 } });
    if (typed.includes(-1) || checkOf(data, group) !== typed[DATA])
      throw new GuichetError('recovery.mistyped', { params: { group: group + 1 } });
    secret.push(...data);
  }
  if (characters.length !== GROUPS * GROUP) throw new GuichetError('recovery.mistyped', { params: { group: 0 } });
  return fromQuintets(secret);
}
