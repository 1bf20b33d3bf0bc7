import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { isNil } from '#shared/vat/nil.ts';
import { obstacles, remarks } from '#shared/vat/rules/evaluate.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { worthReading } from '../draft/live.ts';
import { useNilReturn } from '../options/use-nil-return.ts';
import { LockedNote } from '../path/LockedNote.tsx';
import classes from '../path/Step.module.css';
import type { StepProps } from '../path/step-props.ts';
import { Findings } from './Findings.tsx';
import { NilQuestion } from './NilQuestion.tsx';
import { SpfRules } from './SpfRules.tsx';
import { unanswered } from './spf-rules.ts';

/** Step 2: all the rules say in one list; what blocks must be corrected or justified. */
export function ChecksStep({ view, draft, live, editable }: StepProps): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const check = useAct('vat.check');
  const [busy, setBusy] = useState(false);
  const shown = worthReading(live.findings);
  const open = obstacles(shown).length;
  const notes = remarks(shown).length;
  /** Nothing blocks: what is only remarked is read before the way on. */
  const reads = editable && open === 0 && notes > 0;
  const others = shown.length > notes;
  const findings = { view, content: draft.content, said: draft.content, draft, live, editable };
  const nil = useNilReturn(true);
  const untouched = view.untouched && isNil(draft.content.grids as GridAmounts);
  const asked = unanswered(view.refusal, draft.content.justifications).length;
  const go = async (): Promise<void> => {
    setBusy(true);
    const version = await draft.settle();
    setBusy(false);
    if (version === null) return;
    check.mutate(
      { id: view.id, version },
      { onSuccess: () => void navigate(`/vat/return/${view.id}/review`, { replace: true }), onError: problem },
    );
  };
  return (
    <div className={classes.step}>
      {!editable && <LockedNote view={view} />}
      {editable && untouched && <NilQuestion view={view} settle={draft.settle} by={nil} />}
      {editable && !untouched && (
        <Notice
          tone={open + asked + notes > 0 ? 'warn' : 'accent'}
          title={
            open > 0
              ? t('vatView.obstacles', { count: open })
              : asked > 0
                ? t('vatPathView.asked.open', { count: asked })
                : notes > 0
                  ? t('vatRemarks.read', { count: notes })
                  : t('vatView.noObstacles')
          }
          testId="checks-summary"
          actions={
            <>
              <Button
                variant="filled"
                disabled={open > 0}
                loading={busy || check.isPending}
                onClick={() => void go()}
                data-testid="btn-check"
              >
                {t('vatView.check')}
              </Button>
              {open > 0 && (
                <Button onClick={() => navigate(`/vat/return/${view.id}/grids`, { replace: true })}>{t('vatView.toGrids')}</Button>
              )}
            </>
          }
        >
          {reads && <Findings {...findings} part="remarks" />}
          {open > 0 ? t('vatView.obstaclesText') : t('vatView.noObstaclesText')}
        </Notice>
      )}
      <SpfRules view={view} draft={draft} editable={editable} />
      {reads ? others && <Findings {...findings} part="others" /> : <Findings {...findings} />}
    </div>
  );
}
