import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ErrorShape } from '#shared/domain/errors.ts';
import { useT } from '../i18n/context.tsx';
import { Notice } from './Notice.tsx';

export interface FailureProps {
  readonly error: ErrorShape;
  readonly onRetry?: (() => void) | undefined;
  readonly testId?: string;
  readonly children?: ReactNode;
}

/** An error in words, with the button its action names. */
export function Failure({ error, onRetry, testId = 'state-error', children }: FailureProps): ReactNode {
  const t = useT();
  const retry = onRetry && (error.retryable || error.action === 'retry' || error.code === 'internal');
  const settings = error.action === 'connect' || error.action === 'openSettings';
  return (
    <Notice
      tone="danger"
      title={t.error(error)}
      testId={testId}
      actions={
        (retry || settings) && (
          <>
            {retry && <Button onClick={onRetry}>{t('frame.retry')}</Button>}
            {settings && (
              <Button component={Link} to="/settings">
                {t(error.action === 'connect' ? 'frame.toConnections' : 'frame.toSettings')}
              </Button>
            )}
          </>
        )
      }
    >
      {children}
      {error.correlationId && <div>{t('frame.correlation', { id: error.correlationId })}</div>}
    </Notice>
  );
}
