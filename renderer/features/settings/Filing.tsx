import { Radio, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { useMay } from '../../people/use-may.ts';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './SettingsView.module.css';

const MODES = ['off', 'other', 'partner'] as const;
const LONGEST = 30;

/** Who may approve a return, and how long a receipt may be missing. */
export function Filing({ settings }: { readonly settings: Settings }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const mode = useMay('settings.set', { approval: 'off' });
  const receipts = useMay('settings.set', { receiptDays: 1 });
  const set = useAct('settings.set');
  const change = (part: Partial<Settings>): void => set.mutate(part, { onError: problem });
  const [typed, setTyped] = useState(String(settings.receiptDays));
  const days = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  const wrong = days < 1 || days > LONGEST;
  const keep = (): void => {
    if (wrong) setTyped(String(settings.receiptDays));
    else if (days !== settings.receiptDays) change({ receiptDays: days });
  };
  return (
    <div className={classes.fields}>
      <Radio.Group
        label={t('vatPapersView.approval')}
        description={mode.why ?? t('vatPapersView.approvalNow')}
        value={settings.approval}
        onChange={(value) => change({ approval: MODES.find((one) => one === value) ?? 'off' })}
      >
        <div className={classes.choices}>
          {MODES.map((one) => (
            <Radio
              key={one}
              value={one}
              size="xs"
              disabled={!mode.may}
              label={t(`vatPapersView.approval.${one}`)}
              description={t(`vatPapersView.approval.${one}Text`)}
              data-testid={`settings-approval-${one}`}
            />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t('vatPapersView.receiptDays')}
        description={receipts.why ?? t('vatPapersView.receiptDaysText')}
        disabled={!receipts.may}
        value={typed}
        inputMode="numeric"
        error={wrong}
        classNames={{ input: classes.days ?? '' }}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
        data-testid="settings-receipt-days"
      />
    </div>
  );
}
