import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';
import classes from '../../ui/ListBar.module.css';
import { useProblem } from '../../ui/use-problem.ts';

/** How far the export is, with the way to stop it. */
export function ExportProgress(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const status = useCall('exports.status', {}).data;
  const cancel = useAct('exports.cancel');
  if (!status?.running) return null;
  const words = t('documentsDesk.exporting', { done: formatCount(status.done), total: formatCount(status.total) });
  return (
    <div className={classes.bar} data-testid="doc-exporting">
      <span>{words}</span>
      <Progress
        className={classes.progress ?? ''}
        size="xs"
        value={status.total === 0 ? 0 : (status.done / status.total) * 100}
        aria-label={words}
      />
      <Button size="compact-xs" onClick={() => cancel.mutate({}, { onError: problem })} data-testid="doc-export-cancel">
        {t('documentsDesk.exportCancel')}
      </Button>
    </div>
  );
}
