import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Locale } from '#shared/domain/locale.ts';
import { createTranslator, type Translator } from '#shared/i18n/translator.ts';

const Context = createContext<Translator>(createTranslator('fr'));

export function LanguageProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }): ReactNode {
  const translator = useMemo(() => createTranslator(locale), [locale]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return <Context value={translator}>{children}</Context>;
}

/** The texts of the user's language. */
export const useT = (): Translator => useContext(Context);
