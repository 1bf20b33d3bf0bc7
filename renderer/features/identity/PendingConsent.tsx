import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Consent } from '#shared/contract/identity.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './ConsentCard.module.css';

/** The browser is open, and can be opened again; the answer arrives by itself. */
export function PendingConsent({ consent }: { readonly consent: Consent }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const open = useAct('shell.openConsent');
  const cancel = useAct('identity.cancel');
  const { id, url } = consent;
  return (
    <div className={classes.pending} role="status">
      <p>{t('identityView.pendingText')}</p>
      {url && <p className={classes.text}>{t('identityView.pendingAgain')}</p>}
      {url && (
        <code className={classes.url} title={url} data-testid="consent-url">
          {url}
        </code>
      )}
      <div className={classes.actions}>
        {url && (
          <>
            <Button
              leftSection={<IconExternalLink size={14} aria-hidden />}
              onClick={() => open.mutate({ id }, { onError: problem })}
              data-testid="consent-open"
            >
              {t('identityView.openAgain')}
            </Button>
            <CopyButton text={() => url} label={t('identityView.copyUrl')} testId="consent-copy" />
          </>
        )}
        <Button
          className={classes.last ?? ''}
          variant="subtle"
          color="gray"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ id }, { onError: problem })}
          data-testid="consent-cancel"
        >
          {t('identityView.cancel')}
        </Button>
      </div>
    </div>
  );
}
