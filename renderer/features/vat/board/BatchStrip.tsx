import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { MayButton } from '../../../people/MayButton.tsx';
import classes from './Batch.module.css';
import { BatchBar, BatchWords } from './BatchWords.tsx';
import { missing } from './batch-progress.ts';
import type { BatchDesk } from './use-batch.ts';

/** The batch in one line over the board, until somebody puts it away. */
export function BatchStrip({ desk }: { readonly desk: BatchDesk }): ReactNode {
  const t = useT();
  const { batch } = desk;
  if (!batch || !desk.strip) return null;
  const left = missing(batch).length;
  const running = batch.state === 'running';
  return (
    <div className={classes.strip} data-testid="batch-strip">
      <BatchBar batch={batch} />
      <BatchWords batch={batch} etaMs={desk.etaMs} />
      <div className={classes.end}>
        {left > 0 && (
          <MayButton needs="vat.batch" input={batch} onClick={desk.again} loading={desk.starting} data-testid="batch-strip-again">
            {t('vatBatchView.again', { count: left })}
          </MayButton>
        )}
        <Button variant="subtle" onClick={() => desk.setOpen(true)} data-testid="batch-details">
          {t('vatBatchView.details')}
        </Button>
        {!running && (
          <Button variant="subtle" color="gray" onClick={desk.hide} data-testid="batch-hide">
            {t('vatBatchView.hide')}
          </Button>
        )}
      </div>
    </div>
  );
}
