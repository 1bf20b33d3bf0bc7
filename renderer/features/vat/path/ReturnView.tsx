import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ReturnView as Return } from '#shared/contract/vat.ts';
import { daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import { useCall } from '../../../data/hooks.ts';
import { useReady } from '../../../data/ready.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate, formatDistance, formatPeriod } from '../../../i18n/format.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { View } from '../../../ui/View.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import { ChecksStep } from '../checks/ChecksStep.tsx';
import { CorrectionsWaiting } from '../corrections/CorrectionsWaiting.tsx';
import { live } from '../draft/live.ts';
import { SaveMark } from '../draft/SaveMark.tsx';
import { SaveTrouble } from '../draft/SaveTrouble.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { GridsStep } from '../grids/GridsStep.tsx';
import { DiscardButton } from './DiscardButton.tsx';
import { DiscardedNote } from './DiscardedNote.tsx';
import { Elsewhere, isUndecided } from './Elsewhere.tsx';
import { FileStep } from './FileStep.tsx';
import { ReceiptStep } from './ReceiptStep.tsx';
import classes from './ReturnView.module.css';
import { ReviewStep } from './ReviewStep.tsx';
import { StateMark } from './StateMark.tsx';
import { StepBar } from './StepBar.tsx';
import { stepOf } from './steps.ts';
import { useFollowing } from './use-following.ts';
import { onHeldEnter, useStepFocus } from './use-step-focus.ts';

/** One return, from its grids to its receipt. */
export function ReturnView(): ReactNode {
  const t = useT();
  const id = useParams().id ?? '';
  const view = useCall('vat.get', { id });
  const status = useCall('app.status', {}).data;
  const settings = useCall('settings.get', {}).data;
  useReady(view.data !== undefined);
  if (view.error) {
    return (
      <View testId="view-return-missing" title={t('frame.nav.vat')}>
        <div className={classes.padded}>
          <Failure error={view.error} onRetry={() => void view.refetch()}>
            <Link to="/vat">{t('vatView.toBoard')}</Link>
          </Failure>
        </div>
      </View>
    );
  }
  if (!view.data || !status || !settings) return <Waiting rows={12} />;
  return <Opened key={id} view={view.data} today={status.today} adviceOff={settings.adviceOff} />;
}

interface OpenedProps {
  readonly view: Return;
  readonly today: LocalDate;
  readonly adviceOff: readonly string[];
}

function Opened({ view, today, adviceOff }: OpenedProps): ReactNode {
  const t = useT();
  const draft = useDraft(view);
  const step = stepOf(useParams().step, view.state);
  const [params] = useSearchParams();
  useFollowing(view.id, step, view.state);
  const frame = useStepFocus(step, view.state, params.get('grid'));
  const editable = view.state === 'draft' && !view.discarded;
  const now = live(view, draft.content, today, adviceOff);
  const props = { view, draft, live: now, editable };
  return (
    <View
      testId="view-return"
      title={t('vatView.returnOf', { name: view.clientName, period: formatPeriod(view.periodKey, t) })}
      note={
        <span className={classes.note}>
          <StateMark state={view.state} />
          {view.content.replaces && <span data-testid="replaces">{t('vatDiscard.replaces', { reference: view.content.replaces })}</span>}
          {editable && <SaveMark saving={draft.saving} />}
        </span>
      }
      actions={
        <>
          <DiscardButton view={view} settle={draft.settle} />
          <Link className={classes.back} to={`/vat/client/${view.clientId}`} title={t('vatView.history')}>
            {t('vatView.historyLink')}
          </Link>
        </>
      }
      toolbar={
        <>
          <StepBar id={view.id} step={step} state={view.state} />
          <div className={classes.deadline}>
            <Deadline view={view} today={today} />
          </div>
        </>
      }
      scroll
    >
      {draft.error && (
        <div className={classes.padded}>
          <SaveTrouble error={draft.error} draft={draft} today={today} />
        </div>
      )}
      {view.discarded && (
        <div className={classes.over}>
          <DiscardedNote view={view} />
        </div>
      )}
      {isUndecided(view) && (
        <div className={classes.over}>
          <Elsewhere view={view} detailed={step !== 'grids' && step !== 'checks'} today={today} />
        </div>
      )}
      {editable && (
        <div className={classes.over}>
          <CorrectionsWaiting view={view} draft={draft} />
        </div>
      )}
      <div ref={frame} tabIndex={-1} className={classes.frame} onKeyDownCapture={onHeldEnter}>
        {step === 'grids' && <GridsStep {...props} />}
        {step === 'checks' && <ChecksStep {...props} />}
        {step === 'review' && <ReviewStep {...props} today={today} />}
        {step === 'file' && <FileStep {...props} today={today} />}
        {step === 'receipt' && <ReceiptStep view={view} today={today} />}
      </div>
    </View>
  );
}

function Deadline({ view, today }: { readonly view: Return; readonly today: LocalDate }): ReactNode {
  const t = useT();
  const { legal, effective, payBy } = view.deadline;
  const days = daysBetween(today, effective);
  const open = view.state !== 'accepted' && view.state !== 'proven' && view.state !== 'sending';
  const words = t('vatView.due', { date: formatDate(effective), distance: formatDistance(today, effective, t) });
  const rest = [
    legal !== effective && t('vatView.legalDay', { date: formatDate(legal) }),
    payBy !== effective && t('vatView.payBy', { date: formatDate(payBy) }),
  ].filter(Boolean);
  return (
    <>
      <Chip bare tone={!open ? 'plain' : days < 0 ? 'danger' : days <= 5 ? 'warn' : 'plain'}>
        {words}
      </Chip>
      {rest.length > 0 && <span>{rest.join(' · ')}</span>}
    </>
  );
}
