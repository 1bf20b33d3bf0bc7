import { Button } from '@mantine/core';
import { IconFolderOpen, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Translator } from '#shared/i18n/translator.ts';
import { useAct } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useProblem } from '../ui/use-problem.ts';
import classes from './GatePage.module.css';
import { Retry } from './Retry.tsx';
import { SCREENS, type Shut, screenOf, waysOf } from './screens.ts';
import { Ways } from './Ways.tsx';

function textOf(status: Shut, t: Translator): string | null {
  const { problem, holders } = status;
  const screen = screenOf(status);
  if (screen === 'other') return problem && t.error(problem);
  // Of an earlier version, or put here from elsewhere.
  if (screen === 'bare' && holders.includes('file')) return t('gate.bareFile');
  return t(`gate.text.${screen}`, problem?.params);
}

/** Why the profile is shut, what can be done, and where it lies. */
export function Problem({ status }: { readonly status: Shut }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const show = useAct('shell.openProfileFolder');
  const screen = screenOf(status);
  const ways = waysOf(status);
  const isFault = status.state === 'lost' || status.state === 'broken';
  return (
    <>
      <h1 className={classes.title} data-testid="gate-title" data-screen={screen}>
        {t(`gate.title.${screen}`)}
      </h1>
      <p className={classes.text} data-testid="gate-text">
        {textOf(status, t)}
      </p>
      {status.state === 'sealed' && status.problem && <p className={classes.text}>{t('gate.sealedInstead')}</p>}
      {isFault && (
        <p className={classes.kept} data-testid="gate-kept">
          <IconShieldCheck size={16} aria-hidden />
          {t('gate.kept')}
        </p>
      )}
      {isFault && !status.hasCode && SCREENS[screen].includes('code') && (
        <Notice tone="plain" title={t('gate.noCode')} testId="gate-no-code">
          {t('gate.noCodeText')}
        </Notice>
      )}
      <Ways key={screen} ways={ways} status={status} />
      <footer className={classes.footer}>
        {ways.includes('folder') && <p className={classes.byHand}>{t('gate.byHand')}</p>}
        <div className={classes.place}>
          <span className={classes.label}>{t('gate.folder')}</span>
          <code className={classes.path} data-testid="gate-path">
            {status.folder}
          </code>
        </div>
        <div className={classes.buttons}>
          <Button
            leftSection={<IconFolderOpen size={14} aria-hidden />}
            onClick={() => show.mutate({}, { onError: problem })}
            data-testid="gate-folder"
          >
            {t('gate.showFolder')}
          </Button>
          {ways.includes('folder') && <Retry />}
          {isFault && status.problem && <code className={classes.errorCode}>{status.problem.code}</code>}
        </div>
      </footer>
    </>
  );
}
