import { Button, NativeSelect, Switch } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { useLockNow } from '../../lock/use-lock-now.ts';
import { useMay } from '../../people/use-may.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './SettingsView.module.css';
import { UserPin } from './UserPin.tsx';

/** Minutes; 0: never. */
const CHOICES = [0, 1, 5, 10, 15, 30, 60] as const;

/** When Guichet locks itself, and whether anything could open it again. */
export function LockSettings({ settings }: { readonly settings: Settings }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const set = useAct('settings.set');
  const lockNow = useLockNow();
  const after = useMay('settings.set', { lockAfter: 0 });
  const withSystem = useMay('settings.set', { lockWithSystem: false });
  const by = useCall('lock.status', {}).data?.by;
  const list = useCall('users.list', {}).data;
  const current = list?.users.find(({ id }) => id === list.currentId);
  const [pinning, setPinning] = useState(false);
  const choices = [...new Set<number>([...CHOICES, settings.lockAfter])].sort((one, other) => one - other);
  return (
    <section className={classes.fields} data-testid="settings-lock" aria-label={t('lock.settings')}>
      <div>
        <h2 className={classes.heading}>{t('lock.settings')}</h2>
        {by === null ? (
          <Notice
            tone="plain"
            title={t('lock.nothing')}
            testId="lock-nothing"
            actions={
              <Button onClick={() => setPinning(true)} data-testid="lock-set-pin">
                {t('users.pinSet')}
              </Button>
            }
          >
            {t('lock.nothingText')}
          </Notice>
        ) : (
          <>
            <p className={classes.text}>{t('lock.settingsText', { by: by ?? 'pin' })}</p>
            <Button leftSection={<IconLock size={14} aria-hidden />} onClick={lockNow} data-testid="lock-now">
              {t('lock.now')}
            </Button>
          </>
        )}
      </div>
      <NativeSelect
        styles={{ wrapper: { maxWidth: 240 } }}
        label={t('lock.after')}
        description={after.why}
        disabled={!after.may}
        value={String(settings.lockAfter)}
        onChange={(event) => set.mutate({ lockAfter: Number(event.currentTarget.value) }, { onError: problem })}
        data={choices.map((minutes) => ({
          value: String(minutes),
          label: minutes === 0 ? t('lock.never') : t('lock.minutes', { count: minutes }),
        }))}
        data-testid="settings-lockAfter"
      />
      <Switch
        checked={settings.lockWithSystem}
        disabled={!withSystem.may}
        onChange={(event) => set.mutate({ lockWithSystem: event.currentTarget.checked }, { onError: problem })}
        label={t('lock.withSystem')}
        description={withSystem.why ?? t('lock.withSystemText')}
        data-testid="settings-lockWithSystem"
      />
      {pinning && current && <UserPin user={current} isOwn onClose={() => setPinning(false)} />}
    </section>
  );
}
