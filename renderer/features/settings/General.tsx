import { NativeSelect, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { useMay } from '../../people/use-may.ts';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './SettingsView.module.css';

const THEMES = ['light', 'dark', 'auto'] as const;
const QUOTAS = ['off', 'acc', 'prd'] as const;

export function General({ settings }: { readonly settings: Settings }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const environment = useCall('app.status', {}).data?.environment;
  const set = useAct('settings.set');
  const quota = useMay('settings.set', { quota: 'off' });
  const change = (part: Partial<Settings>): void => set.mutate(part, { onError: problem });
  return (
    <div className={classes.fields}>
      <NativeSelect
        label={t('settingsView.language')}
        w={240}
        value={settings.locale}
        onChange={(event) => change({ locale: event.currentTarget.value as Locale })}
        data={LOCALES.map((locale) => ({ value: locale, label: t(`settingsView.language.${locale}`) }))}
        data-testid="settings-language"
      />
      <div>
        <div className="mantine-InputWrapper-label">{t('settingsView.theme')}</div>
        <SegmentedControl
          size="xs"
          value={settings.theme}
          onChange={(value) => change({ theme: THEMES.find((theme) => theme === value) ?? 'auto' })}
          data={THEMES.map((theme) => ({ value: theme, label: t(`settingsView.theme.${theme}`) }))}
          aria-label={t('settingsView.theme')}
          data-testid="settings-theme"
        />
      </div>
      {environment === 'sandbox' && (
        <NativeSelect
          label={t('settingsView.quota')}
          description={quota.why ?? t('settingsView.quotaText')}
          disabled={!quota.may}
          w={420}
          value={settings.quota}
          onChange={(event) => change({ quota: QUOTAS.find((value) => value === event.currentTarget.value) ?? 'off' })}
          data={QUOTAS.map((value) => ({ value, label: t(`settingsView.quota.${value}`) }))}
          data-testid="settings-quota"
        />
      )}
    </div>
  );
}
