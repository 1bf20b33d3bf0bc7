import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { GRIDS } from '#shared/vat/grids.ts';
import { obstacles } from '#shared/vat/rules/evaluate.ts';
import type { Grid } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { FindingList } from '../checks/FindingList.tsx';
import { withGrid } from '../draft/edits.ts';
import { worthReading } from '../draft/live.ts';
import { ReturnOptions } from '../options/ReturnOptions.tsx';
import { LockedNote } from '../path/LockedNote.tsx';
import type { StepProps } from '../path/step-props.ts';
import { GridForm } from './GridForm.tsx';
import { GridJump } from './GridJump.tsx';
import classes from './GridsStep.module.css';

/** Step 1: the form as on paper, totals and findings as one types. */
export function GridsStep({ view, draft, live, editable }: StepProps): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const form = useRef<HTMLDivElement>(null);
  const [jumping, setJumping] = useState(false);
  const [focused, setFocused] = useState<Grid | null>(null);
  const focusGrid = useCallback((grid: Grid) => {
    setJumping(false);
    form.current?.querySelector<HTMLInputElement>(`[data-grid="${grid}"]`)?.focus();
  }, []);
  const label = GRIDS.find((grid) => grid.code === focused)?.label[t.locale];
  return (
    <div className={classes.step}>
      {!editable && <LockedNote view={view} />}
      <div ref={form}>
        <GridForm
          content={draft.content}
          previous={view.previous}
          live={live}
          editable={editable}
          onAmount={(grid, amount) => draft.edit((content) => withGrid(content, grid, amount))}
          onFocus={setFocused}
          onMove={focusGrid}
          onJump={() => setJumping(true)}
        />
      </div>
      <div className={classes.help}>
        {jumping ? (
          <GridJump
            onGrid={focusGrid}
            onClose={() => (focused ? focusGrid(focused) : setJumping(false))}
            onLeave={() => setJumping(false)}
          />
        ) : (
          <span className={classes.label} data-testid="grid-help">
            {focused ? `${focused} · ${label}` : t('vatView.keys')}
          </span>
        )}
        {editable && (
          <Button
            variant="filled"
            rightSection={<IconArrowRight size={14} aria-hidden />}
            onClick={() => navigate(`/vat/return/${view.id}/checks`, { replace: true })}
            data-testid="to-checks"
          >
            {t('vatView.toChecks', {
              count: obstacles(worthReading(live.findings)).length,
            })}
          </Button>
        )}
      </div>
      <div className={classes.below}>
        <section className={classes.findings} aria-label={t('vatView.findings')}>
          <FindingList
            findings={worthReading(live.findings)}
            content={draft.content}
            editable={editable}
            onEdit={draft.edit}
            onGrid={focusGrid}
          />
        </section>
        <ReturnOptions content={draft.content} live={live} editable={editable} onEdit={draft.edit} />
      </div>
    </div>
  );
}
