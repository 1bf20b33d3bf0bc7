import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BoardRow } from '#shared/contract/vat.ts';
import type { BatchAction } from '#shared/contract/vat-path.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatEuro } from '../../../i18n/format.ts';
import { MayButton } from '../../../people/MayButton.tsx';
import classes from '../../../ui/ListBar.module.css';
import { offered, sumsOf } from './batch-actions.ts';

export interface BoardFooterProps {
  /** The rows on the screen. */
  readonly rows: readonly BoardRow[];
  readonly chosen: readonly BoardRow[];
  readonly onAct: (action: BatchAction) => void;
  readonly onClear: () => void;
}

/** Sums of the rows shown; with rows chosen, what can be done with all of them at once, in the same place. */
export function BoardFooter({ rows, chosen, onAct, onClear }: BoardFooterProps): ReactNode {
  const t = useT();
  const sums = sumsOf(chosen.length > 0 ? chosen : rows);
  const total = t('vatBatchView.total', { pay: formatEuro(sums.pay), credit: formatEuro(sums.credit) });
  if (chosen.length === 0) {
    return (
      <div className={classes.bar}>
        <span className={classes.count} data-testid="vat-sums">
          {total}
        </span>
        <span className={classes.end}>{t('vatBatchView.keys')}</span>
      </div>
    );
  }
  const actions = offered(chosen);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a bar of actions, not a form's part
    <div role="group" className={classes.bar} data-chosen aria-label={t('vatBatchView.actions')} data-testid="vat-selection">
      <span className={classes.count} role="status">
        {t('vatBatchView.chosen', { count: chosen.length })}
      </span>
      {actions.map(({ action, count }, index) => (
        <MayButton
          key={action}
          needs="vat.batch"
          input={{ action }}
          variant={index === actions.length - 1 ? 'filled' : 'default'}
          onClick={() => onAct(action)}
          data-testid={`vat-batch-${action}`}
        >
          {t(`vatBatchView.do.${action}`, { count })}
        </MayButton>
      ))}
      {actions.length === 0 && <span>{t('vatBatchView.none')}</span>}
      <Tooltip label={t('vatBatchView.unchoose')}>
        <ActionIcon className={classes.end ?? ''} aria-label={t('vatBatchView.unchoose')} onClick={onClear} data-testid="vat-unchoose">
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
