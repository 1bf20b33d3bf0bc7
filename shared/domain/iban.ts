/**
 * Length of an IBAN by country (ISO 13616 registry of SWIFT). A country that is not here has no IBAN: letters and digits of that shape
 * are something else.
 */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18',
    'FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24',
    'ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23',
    'ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20',
  ]
    .join(' ')
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** How long an IBAN of this country is; `undefined` for a country without IBAN. */
export const ibanLength = (country: string): number | undefined => LENGTHS[country];

/** Remainder by 97 of a number of any length, digit by digit. */
function remainder(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

/** `true` for capitals and digits without separators, of the country's length, whose check digits hold (ISO 7064 mod 97-10). */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(text) || text.length !== LENGTHS[text.slice(0, 2)]) return false;
  const moved = text.slice(4) + text.slice(0, 4);
  return remainder(moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) === 1;
}

/** Reads what a person types: spaces, points and small letters are let through. `null` when it is not an IBAN. */
export function parseIban(text: string): string | null {
  const compact = text.replace(/[\s.\-\u00a0\u202f]/g, '').toUpperCase();
  return isIban(compact) ? compact : null;
}
