import { plain } from '#app/tables/plain.ts';

/** How lists name the countries their clients live in, plain; all else comes as a code of two letters. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  BE: ['be', 'b', 'bel', 'belgie', 'belgique', 'belgien', 'belgium'],
  NL: ['nl', 'nld', 'nederland', 'pays bas', 'niederlande', 'netherlands', 'the netherlands'],
  FR: ['fr', 'f', 'fra', 'france', 'frankrijk', 'frankreich'],
  LU: ['lu', 'l', 'lux', 'luxembourg', 'luxemburg'],
  DE: ['de', 'd', 'deu', 'allemagne', 'duitsland', 'deutschland', 'germany'],
  GB: ['gb', 'uk', 'royaume uni', 'verenigd koninkrijk', 'united kingdom', 'grossbritannien'],
};
const BY_NAME = new Map(Object.entries(NAMES).flatMap(([code, names]) => names.map((name) => [name, code] as const)));

export const countryOf = (text: string): string | null =>
  BY_NAME.get(plain(text)) ?? (/^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : null);
