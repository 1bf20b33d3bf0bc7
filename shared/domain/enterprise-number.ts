declare const brand: unique symbol;

/** A Belgian enterprise number (CBE/KBO/BCE, also the VAT number without `BE`): ten digits, check digits valid. */
export type EnterpriseNumber = string & { readonly [brand]: 'EnterpriseNumber' };

/** `true` for ten digits starting with 0 or 1 whose last two are 97 minus the first eight modulo 97 (CBE rule). */
export function isEnterpriseNumber(text: string): text is EnterpriseNumber {
  return /^[01]\d{9}$/.test(text) && 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8));
}

/**
 * Reads what a person types or what SPF sends: `BE 0123.456.789`, `0123456789`, and SPF's `relatedTo` form without the leading zero.
 * `null` when it cannot be an enterprise number.
 */
export function parseEnterpriseNumber(text: string): EnterpriseNumber | null {
  const digits = text
    .trim()
    .replace(/^BE/i, '')
    .replace(/[\s.\-/]/g, '');
  const padded = /^\d{9}$/.test(digits) ? `0${digits}` : digits;
  return isEnterpriseNumber(padded) ? padded : null;
}

/** `0123.456.789`, as the CBE prints it. */
export function formatEnterpriseNumber(number: string): string {
  return `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
}
