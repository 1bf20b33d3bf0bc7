import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ReturnView } from '#shared/contract/vat.ts';
import { withBalance } from '#shared/vat/balance.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { Amount } from '../../../ui/Amount.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { FindingIcon } from '../checks/FindingIcon.tsx';
import classes from './Refusal.module.css';

type Entry = NonNullable<ReturnView['refusal']>['entries'][number];

/** One objection of SPF at its grid; the grid's button opens the return for correction, there. */
export function RefusalEntry({ view, entry }: { readonly view: ReturnView; readonly entry: Entry }): ReactNode {
  const t = useT();
  const severity = entry.severity === 'ERROR' ? 'blocking' : 'warning';
  const sent = withBalance(view.content.grids as GridAmounts);
  return (
    <tr data-testid="refusal-entry">
      <td className={classes.place}>
        {entry.grids.length === 0
          ? t('vatPathView.refused.whole')
          : entry.grids.map((grid) => <GridButton key={grid} view={view} grid={grid} />)}
      </td>
      <td data-align="end">
        {entry.grids.map((grid) => (
          <div key={grid}>
            <Amount value={sent[grid]} />
          </div>
        ))}
      </td>
      <td>
        <div className={classes.says}>
          <FindingIcon severity={severity} title={t(`vatView.severity.${severity}`)} />
          <div>
            {entry.text[t.locale]}
            <div className={classes.id}>{entry.identifier}</div>
          </div>
        </div>
      </td>
    </tr>
  );
}

function GridButton({ view, grid }: { readonly view: ReturnView; readonly grid: Grid }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const edit = useAct('vat.edit');
  return (
    <Button
      size="compact-xs"
      disabled={!view.allowed.includes('edit')}
      aria-label={t('vatPathView.refused.grid', { grid })}
      onClick={() =>
        edit.mutate(
          { id: view.id, version: view.version },
          { onSuccess: () => void navigate(`/vat/return/${view.id}/grids?grid=${grid}`, { replace: true }), onError: problem },
        )
      }
      data-testid={`refusal-grid-${grid}`}
    >
      {grid}
    </Button>
  );
}
