import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { type May, useMay } from '../../people/use-may.ts';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './SettingsView.module.css';

const SWITCHES = ['autoSync', 'keepInTray', 'startAtLogin', 'notify'] as const;

/** What Guichet does by itself, with the window open or closed. */
export function Background({ settings }: { readonly settings: Settings }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const set = useAct('settings.set');
  const sync = useMay('settings.set', { autoSync: true });
  const bars: { readonly [S in (typeof SWITCHES)[number]]?: May } = { autoSync: sync };
  return (
    <div className={classes.fields}>
      {SWITCHES.map((name) => (
        <Switch
          key={name}
          checked={settings[name]}
          disabled={bars[name]?.may === false}
          onChange={(event) => set.mutate({ [name]: event.currentTarget.checked }, { onError: problem })}
          label={t(`settingsArchive.background.${name}`)}
          description={bars[name]?.why ?? t(`settingsArchive.background.${name}Text`)}
          data-testid={`settings-${name}`}
        />
      ))}
      <p className={classes.text}>
        {t('settingsArchive.background.task')} <code>guichet sync --all</code>
      </p>
    </div>
  );
}
