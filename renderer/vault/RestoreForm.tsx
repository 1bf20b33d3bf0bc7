import { Button } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { useAct } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { formatInstant } from '../i18n/format.ts';
import { MayButton } from '../people/MayButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CodeField, isAboutCode } from './CodeField.tsx';
import { Generations } from './Generations.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import { needsPassphrase } from './needs-passphrase.ts';
import { useRestore } from './use-restore.ts';
import classes from './vault.module.css';

/** Puts a backup in the place of the profile that is here, which is set aside. The gate takes over while that goes on, and tells its outcome. */
export function RestoreForm({ vault }: { readonly vault: VaultStatus }): ReactNode {
  const t = useT();
  const restore = useRestore(true);
  const choose = useAct('restore.choose');
  const run = useAct('restore.run');
  const [chosen, setChosen] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  // A restore that ended before this form was there is not its news.
  const [begun, setBegun] = useState(false);
  if (!restore) return null;
  const { folder, generations } = restore;
  const generation = generations.find(({ id }) => id === chosen) ?? generations[0];
  const wantsPassphrase = needsPassphrase(vault, run.error);
  const problem = run.error ?? (begun ? restore.problem : null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!generation || (wantsPassphrase && passphrase === null)) return;
    setBegun(true);
    // Only a backup somebody chose is taken or none; otherwise one that is not whole is passed over.
    run.mutate({ code, ...(chosen === null ? {} : { generation: chosen }), ...(passphrase === null ? {} : { passphrase }) });
  };
  return (
    <form className={classes.stack} onSubmit={submit}>
      <div className={classes.row}>
        <Button
          leftSection={<IconFolder size={14} aria-hidden />}
          loading={choose.isPending}
          onClick={() => choose.mutate({})}
          data-testid="gate-choose"
        >
          {t(folder === null ? 'gate.restore.choose' : 'gate.restore.change')}
        </Button>
        {folder === null ? (
          <span className={classes.quiet}>{t('gate.restore.chooseHint')}</span>
        ) : (
          <code className={classes.path} data-testid="gate-backup-folder">
            {folder}
          </code>
        )}
      </div>
      {choose.error && <Notice tone="danger" title={t.error(choose.error)} testId="gate-choose-problem" />}
      {generation && (
        <>
          <Generations all={generations} chosen={generation.id} onChoose={setChosen} />
          <CodeField value={code} onValue={setCode} error={problem} testId="gate-restore-code" problemId="gate-restore-problem" />
          {wantsPassphrase && (
            <>
              <p className={classes.text}>{t('gate.passphrase.needed')}</p>
              <NewPassphrase onValue={setPassphrase} tried={tried} />
            </>
          )}
          {problem && !isAboutCode(problem) && (
            <Notice tone="danger" title={t('gate.restore.title.idle')} testId="gate-restore-problem">
              {t.error(problem)} {t('gate.restore.failed')}
            </Notice>
          )}
          <div className={classes.row}>
            <MayButton
              needs="restore.run"
              type="submit"
              variant="filled"
              loading={run.isPending}
              disabled={code.trim() === ''}
              data-testid="gate-restore"
            >
              {t('gate.restore.run', { when: formatInstant(generation.at) })}
            </MayButton>
            <span className={classes.quiet}>{t('gate.restore.keeps')}</span>
          </div>
        </>
      )}
    </form>
  );
}
