/** `true` for twelve digits whose last two are the remainder of the first ten by 97, or 97 for none (Febelfin, OGM/VCS). */
export function isCommunication(digits: string): boolean {
  return /^\d{12}$/.test(digits) && (Number(digits.slice(0, 10)) % 97 || 97) === Number(digits.slice(10));
}

/** Reads `+++047/7472/70195+++`, `***…***` and the bare digits. `null` when the check digits do not hold. */
export function parseCommunication(text: string): string | null {
  const digits = text.replace(/[\s+*/.\-\u00a0\u202f]/g, '');
  return isCommunication(digits) ? digits : null;
}

/** `+++047/7472/70195+++`, as it is printed. */
export const formatCommunication = (digits: string): string => `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;
