import { plain } from '#app/tables/plain.ts';
import type { Locale } from '#shared/domain/locale.ts';

/** How lists name a language, plain. */
const NAMES: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['fr', 'f', 'fra', 'fre', 'francais', 'frans', 'french', 'franzosisch', 'fr be'],
  nl: ['nl', 'n', 'nld', 'dut', 'neerlandais', 'nederlands', 'dutch', 'niederlandisch', 'nl be', 'ned'],
  de: ['de', 'd', 'deu', 'ger', 'allemand', 'duits', 'german', 'deutsch', 'de be', 'du'],
  en: ['en', 'e', 'eng', 'anglais', 'engels', 'english', 'englisch', 'gb', 'uk'],
};
const BY_NAME = new Map(Object.entries(NAMES).flatMap(([locale, names]) => names.map((name) => [name, locale as Locale] as const)));

export const languageOf = (text: string): Locale | null => BY_NAME.get(plain(text)) ?? null;
