import { type EnterpriseNumber, parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';

/** What lists write before or after a number. */
const AROUND = /^(?:(?:tva|btw|vat|mwst|kbo|bce|ecb|rpr|rpm|n[°or]?|nr)[\s.:°]*)+|[\s,;]*(?:rpr|rpm|tva|btw)\b.*$/gi;
/** A spreadsheet's number with the decimals it puts to all of them. */
const DECIMALS = /^(\d{8,10})[.,]0+$/;
const FOREIGN = /^(?!BE)[A-Z]{2}[\s.]*[A-Z0-9]{4}/i;

/**
 * The number in a cell: with `BE`, dots and spaces, with words around it, or without the leading zero that spreadsheets lose. `null` when
 * there is none whose check digits hold.
 */
export function findEnterpriseNumber(text: string): EnterpriseNumber | null {
  if (text.length < 8 || text.length > 60 || FOREIGN.test(text)) return null;
  return parseEnterpriseNumber(
    text
      .trim()
      .replace(AROUND, '')
      .replace(DECIMALS, '$1')
      .replace(/[\u2010-\u2015_]/g, '-'),
  );
}

/** Says that there is no number, in the ways lists do. */
export const saysNoNumber = (text: string): boolean =>
  /^(?:|be|[-–—./?x0]+|n\/?a|geen|aucun|aucune|none|keine|nihil|n\.?v\.?t\.?)$/i.test(text.trim());
