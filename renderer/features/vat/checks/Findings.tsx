import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import type { Cents } from '#shared/domain/cents.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { useAct, useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { useMay } from '../../../people/use-may.ts';
import { useProblem } from '../../../ui/use-problem.ts';
import { type Live, worthReading } from '../draft/live.ts';
import type { DraftActions } from '../draft/use-draft.ts';
import { FindingList } from './FindingList.tsx';
import { remedyFor } from './remedy.ts';

export interface FindingsProps {
  readonly view: ReturnView;
  /** May be a moment behind what is typed. */
  readonly content: ReturnContent;
  readonly said: Pick<ReturnContent, 'justifications'>;
  readonly draft: DraftActions;
  readonly live: Live;
  readonly editable: boolean;
  readonly onGrid?: (grid: Grid) => void;
  /** Only these of the findings; `remarks` block nothing. */
  readonly part?: 'remarks' | 'others';
}

/** What the rules say of this return, with what can be done about it at once. */
export function Findings({ view, content, said, draft, live, editable, onGrid, part }: FindingsProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const settings = useCall('settings.get', {}).data;
  const set = useAct('settings.set');
  const { why } = useMay('settings.set', { adviceOff: [] });
  const today = useCall('app.status', {}).data?.today;
  const grids = content.grids as GridAmounts;
  const silence = (id: string): void => {
    const before = settings?.adviceOff ?? [];
    const undo = (): void => {
      notifications.hide(`advice ${id}`);
      set.mutate({ adviceOff: before }, { onError: problem });
    };
    set.mutate(
      { adviceOff: [...new Set([...before, id])] },
      {
        onError: problem,
        onSuccess: () =>
          notifications.show({
            id: `advice ${id}`,
            message: (
              <span>
                {t('vatGrids.advice.offDone', { id })}{' '}
                <Button variant="subtle" onClick={undo} data-testid="advice-undo">
                  {t('vatGrids.advice.undo')}
                </Button>
              </span>
            ),
            withCloseButton: true,
            closeButtonProps: { 'aria-label': t('frame.close') },
          }),
      },
    );
  };
  return (
    <FindingList
      findings={worthReading(live.findings).filter(({ severity }) => !part || (severity === 'advice') === (part === 'remarks'))}
      said={said}
      editable={editable}
      onEdit={draft.edit}
      {...(onGrid ? { onGrid } : {})}
      remedy={(id) => (editable && today ? remedyFor(id, view, content, grids, today) : null)}
      onRemedy={(grid: Grid, amount: Cents) => draft.keepGrid(grid, amount)}
      onSilence={silence}
      silenceWhy={why}
    />
  );
}
