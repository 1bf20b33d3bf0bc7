import { LOCALES, type Locale } from '#shared/domain/locale.ts';

/** The language and theme of the last run, so that the first paint is right before the core answers. */
export interface Look {
  readonly locale: Locale;
  readonly theme: 'light' | 'dark' | 'auto';
}

const KEY = 'guichet.look';

/** The first of the system's languages that Guichet speaks. */
export const systemLocale = (languages: readonly string[]): Locale | null =>
  languages.map((tag) => tag.slice(0, 2)).find((tag): tag is Locale => LOCALES.some((locale) => locale === tag)) ?? null;

export const isFirstStart = (storage: Pick<Storage, 'getItem'>): boolean => storage.getItem(KEY) === null;

export function rememberedLook(storage: Pick<Storage, 'getItem'>, languages: readonly string[]): Look {
  const fallback: Look = { locale: systemLocale(languages) ?? 'fr', theme: 'auto' };
  try {
    const stored = JSON.parse(storage.getItem(KEY) ?? '{}') as Partial<Look>;
    return {
      locale: LOCALES.find((locale) => locale === stored.locale) ?? fallback.locale,
      theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'auto',
    };
  } catch {
    return fallback;
  }
}

export function rememberLook(storage: Pick<Storage, 'setItem'>, look: Look): void {
  storage.setItem(KEY, JSON.stringify(look));
}
