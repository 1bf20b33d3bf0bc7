import { ActionIcon, Checkbox } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Correction } from '#shared/contract/vat-path.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { useProblem } from '../../../ui/use-problem.ts';
import classes from './Corrections.module.css';

export interface CorrectionsTableProps {
  readonly corrections: readonly Correction[];
  /** Those ticked for the draft; `null` where there is no draft to take them. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (id: string) => void;
}

/** What must change, by how much, why and out of which period. */
export function CorrectionsTable({ corrections, chosen, onChoose }: CorrectionsTableProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const drop = useAct('vat.dropCorrection');
  return (
    <table className={classes.table} data-testid="corrections">
      <thead>
        <tr>
          {chosen && <th scope="col" aria-label={t('vatPathView.corrections.choose')} />}
          <th scope="col">{t('vatPathView.corrections.grid')}</th>
          <th scope="col" data-align="end">
            {t('vatPathView.corrections.amount')}
          </th>
          <th scope="col">{t('vatPathView.corrections.reason')}</th>
          <th scope="col">{t('vatPathView.corrections.from')}</th>
          <th scope="col" aria-label={t('vatPathView.corrections.drop')} />
        </tr>
      </thead>
      <tbody>
        {corrections.map((one) => (
          <tr key={one.id} data-applied={one.appliedIn !== null || undefined} data-testid="correction">
            {chosen && (
              <td>
                <Checkbox
                  aria-label={t('vatPathView.corrections.choose')}
                  checked={chosen.has(one.id)}
                  disabled={one.appliedIn !== null}
                  onChange={() => onChoose(one.id)}
                />
              </td>
            )}
            <td className={classes.grid}>{one.grid}</td>
            <td data-align="end">
              {one.amount > 0 ? '+' : ''}
              {formatAmount(one.amount)}
            </td>
            <td className={classes.reason}>{one.reason}</td>
            <td>
              {formatPeriod(one.fromPeriodKey, t)}
              {one.appliedIn !== null && <div className={classes.quiet}>{t('vatPathView.corrections.applied')}</div>}
            </td>
            <td data-align="end">
              {one.appliedIn === null && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`${t('vatPathView.corrections.drop')}: ${one.grid} ${formatAmount(one.amount)}`}
                  onClick={() => drop.mutate({ id: one.id }, { onError: problem })}
                  data-testid="correction-drop"
                >
                  <IconTrash size={14} />
                </ActionIcon>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
