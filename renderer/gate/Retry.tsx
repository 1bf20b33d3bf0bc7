import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAct } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import classes from './GatePage.module.css';

/** Tries to open the profile once more, and says so when nothing changed. */
export function Retry({ first = false }: { readonly first?: boolean }): ReactNode {
  const t = useT();
  const retry = useAct('vault.retry');
  return (
    <>
      <Button
        {...(first ? { variant: 'filled' } : {})}
        leftSection={<IconRefresh size={14} aria-hidden />}
        loading={retry.isPending}
        onClick={() => retry.mutate({})}
        data-testid="gate-retry"
      >
        {t('gate.retry')}
      </Button>
      <span className={classes.quiet} role="status" data-testid="gate-retried">
        {retry.error ? t.error(retry.error) : retry.data && t('gate.stillShut')}
      </span>
    </>
  );
}
