import type { Chance } from './prng.ts';

/** Enterprise number number `index` of the synthetic range 01000xxxxx, which is not issued; check digits valid. */
export function syntheticEnterprise(index: number): string {
  const base = 1_000_000 + index;
  return `0${base}${String(97 - (base % 97)).padStart(2, '0')}`;
}

/** National number of a birth date (before 2000) with serial 999, which is not issued; check digits valid. */
export function syntheticNationalNumber(year: number, month: number, day: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const base = `${two(year % 100)}${two(month)}${two(day)}999`;
  return `${base}${two(97 - (Number(base) % 97))}`;
}

const mod97 = (digits: string): number => Number(BigInt(digits) % 97n);

/** A Belgian IBAN of the bank code 999, which no bank has; national and international check digits valid. Grouped by four. */
export function syntheticIban(chance: Chance): string {
  const base = `999${String(chance.int(0, 9_999_999)).padStart(7, '0')}`;
  const account = base + String(mod97(base) || 97).padStart(2, '0');
  const check = String(98 - mod97(`${account}111400`)).padStart(2, '0');
  return `BE${check}${account}`.replace(/(.{4})(?=.)/g, '$1 ');
}

/** A structured communication `+++ddd/dddd/ddddd+++` of ten digits and their remainder modulo 97 (0 becomes 97). */
export function structuredCommunication(tenDigits: string, mark: '+++' | '***'): string {
  const all = tenDigits + String(mod97(tenDigits) || 97).padStart(2, '0');
  return `${mark}${all.slice(0, 3)}/${all.slice(3, 7)}/${all.slice(7)}${mark}`;
}
