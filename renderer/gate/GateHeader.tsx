import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Environment } from '#shared/contract/settings.ts';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';
import { useT } from '../i18n/context.tsx';
import band from '../shell/ProfileBand.module.css';
import bar from '../shell/TopBar.module.css';
import classes from './GatePage.module.css';

export interface GateHeaderProps {
  readonly environment: Environment | undefined;
  readonly onLocale: (locale: Locale) => void;
}

/** What the window says of itself at all times: the product, and which world this is. */
export function GateHeader({ environment, onLocale }: GateHeaderProps): ReactNode {
  const t = useT();
  return (
    <>
      <div className={band.band} data-environment={environment} aria-hidden />
      <header className={classes.header}>
        <div className={bar.brand}>
          <span className={bar.name}>Guichet</span>
          {environment && environment !== 'production' && (
            <span className={bar.profile} data-environment={environment} data-testid="profile-chip">
              {t(`frame.environment.${environment}`)}
            </span>
          )}
        </div>
        <NativeSelect
          size="xs"
          aria-label={t('settingsView.language')}
          value={t.locale}
          onChange={(event) => onLocale(LOCALES.find((locale) => locale === event.currentTarget.value) ?? t.locale)}
          data={LOCALES.map((locale) => ({ value: locale, label: t(`settingsView.language.${locale}`) }))}
          data-testid="gate-language"
        />
      </header>
    </>
  );
}
