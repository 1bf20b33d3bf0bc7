import { LOCALES, type Locale } from '#shared/domain/locale.ts';

/** The language and theme of the last run, so that the first paint is right before the core answers. */
export interface Look {
  readonly locale: Locale;
  readonly theme: 'light' | 'dark' | 'auto';
}

const KEY = 'guichet.look';
/** What is remembered was chosen before any settings could be read: the first start is still to come. */
interface Early {
  readonly early?: boolean;
}

/** The first of the system's languages that Guichet speaks. */
export const systemLocale = (languages: readonly string[]): Locale | null =>
  languages.map((tag) => tag.slice(0, 2)).find((tag): tag is Locale => LOCALES.some((locale) => locale === tag)) ?? null;

function stored(storage: Pick<Storage, 'getItem'>): (Partial<Look> & Early) | null {
  const text = storage.getItem(KEY);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Partial<Look> & Early;
  } catch {
    return {};
  }
}

export const isFirstStart = (storage: Pick<Storage, 'getItem'>): boolean => stored(storage)?.early ?? stored(storage) === null;

export function rememberedLook(storage: Pick<Storage, 'getItem'>, languages: readonly string[]): Look {
  const { locale, theme } = stored(storage) ?? {};
  return {
    locale: LOCALES.find((known) => known === locale) ?? systemLocale(languages) ?? 'fr',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  };
}

export function rememberLook(storage: Pick<Storage, 'setItem'>, look: Look): void {
  storage.setItem(KEY, JSON.stringify(look));
}

/** Remembers a language chosen while no settings can be read. */
export const chooseLocale = (storage: Pick<Storage, 'getItem' | 'setItem'>, look: Look): void =>
  storage.setItem(KEY, JSON.stringify({ ...look, ...(isFirstStart(storage) ? { early: true } : {}) }));
