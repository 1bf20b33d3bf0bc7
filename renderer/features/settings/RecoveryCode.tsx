import { Button, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { MayButton } from '../../people/MayButton.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './SettingsView.module.css';

/** Shows a new recovery code once, and takes it back from who wrote it down. */
export function RecoveryCode({ hasCode }: { readonly hasCode: boolean }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const begin = useAct('recovery.begin');
  const confirm = useAct('recovery.confirm');
  const [typed, setTyped] = useState('');
  const code = begin.data?.code;
  const done = (): void => {
    setTyped('');
    begin.reset();
  };
  const start = (
    <MayButton
      needs="recovery.begin"
      leftSection={<IconKey size={14} aria-hidden />}
      loading={begin.isPending}
      onClick={() => begin.mutate({}, { onError: problem })}
      data-testid="recovery-begin"
    >
      {t(hasCode ? 'recovery.view.again' : 'recovery.view.create')}
    </MayButton>
  );
  if (code === undefined) {
    return hasCode ? (
      <div className={classes.row}>{start}</div>
    ) : (
      <Notice tone="warn" title={t('settingsBackup.noCode')} testId="backup-no-code">
        <p className={classes.text}>{t('settingsBackup.noCodeText')}</p>
        {start}
      </Notice>
    );
  }
  return (
    <form
      className={classes.job}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ code: typed }, { onSuccess: done });
      }}
    >
      <p className={classes.text}>{t('recovery.view.write')}</p>
      <code className={classes.code} data-testid="recovery-code">
        {code}
      </code>
      <div className={classes.choice}>
        <TextInput
          className={classes.grow ?? ''}
          label={t('recovery.view.type')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          data-testid="recovery-typed"
        />
        <MayButton
          needs="recovery.confirm"
          type="submit"
          h={32}
          variant="filled"
          disabled={typed.trim() === ''}
          loading={confirm.isPending}
          data-testid="recovery-confirm"
        >
          {t('recovery.view.confirm')}
        </MayButton>
        <Button h={32} onClick={done}>
          {t('frame.back')}
        </Button>
      </div>
      {confirm.error && <Failure error={confirm.error} />}
    </form>
  );
}
