import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { LetterEditor } from './LetterEditor.tsx';
import classes from './SettingsView.module.css';

/** The letters that go with a return, one a language. */
export function Letters(): ReactNode {
  const t = useT();
  const list = useCall('vat.letters', {});
  const [locale, setLocale] = useState<Locale>(t.locale);
  const letter = list.data?.letters.find((one) => one.locale === locale);
  return (
    <div>
      <p className={classes.text}>{t('vatPapersView.letters.text')}</p>
      <SegmentedControl
        size="xs"
        mb={12}
        value={locale}
        onChange={(value) => setLocale(LOCALES.find((one) => one === value) ?? 'fr')}
        data={LOCALES.map((one) => ({ value: one, label: t(`settingsView.language.${one}`) }))}
        aria-label={t('vatPapersView.letters.language')}
        data-testid="letters-language"
      />
      {list.error ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting rows={6} />
      ) : (
        <LetterEditor key={locale} letter={letter ?? { locale, subject: '', body: '' }} />
      )}
    </div>
  );
}
