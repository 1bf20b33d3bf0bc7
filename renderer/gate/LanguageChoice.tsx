import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';
import { useT } from '../i18n/context.tsx';

/** The language of the gate: no settings can be read that would say it. */
export function LanguageChoice({ onLocale }: { readonly onLocale: (locale: Locale) => void }): ReactNode {
  const t = useT();
  return (
    <NativeSelect
      size="xs"
      aria-label={t('settingsView.language')}
      value={t.locale}
      onChange={(event) => onLocale(LOCALES.find((locale) => locale === event.currentTarget.value) ?? t.locale)}
      data={LOCALES.map((locale) => ({ value: locale, label: t(`settingsView.language.${locale}`) }))}
      data-testid="gate-language"
    />
  );
}
