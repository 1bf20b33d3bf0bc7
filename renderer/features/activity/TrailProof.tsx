import { IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AuditFault } from '#shared/contract/audit.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { dateOfInstant, formatDate, formatInstant } from '../../i18n/format.ts';
import { MayButton } from '../../people/MayButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './Trail.module.css';

/** Whether the chain holds, since when, and what somebody did to it. */
export function TrailProof(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const verify = useAct('audit.verify');
  const status = useCall('audit.status', {}).data;
  if (!status) return null;
  const { entries, keptMonths, prunedUntil, verification } = status;
  const { faults, at } = verification;
  const running = verification.running || verify.isPending;
  const when = (instant: string | null): string => (instant === null ? '–' : formatInstant(instant));
  const words = ({ kind, seq, count, at: from, until }: AuditFault): string =>
    t(`audit.fault.${kind}`, { seq: String(seq), count, at: when(from), until: when(until) });
  const state = running
    ? t('auditView.verifying', { done: verification.done })
    : at === null
      ? t('auditView.notYet', { entries })
      : t('auditView.intact', { entries, at: formatInstant(at) });
  const button = (
    <MayButton
      needs="audit.verify"
      size="xs"
      loading={running}
      leftSection={<IconShieldCheck size={14} aria-hidden />}
      onClick={() => verify.mutate({}, { onError: problem })}
      data-testid="trail-verify"
    >
      {t('auditView.verify')}
    </MayButton>
  );
  if (faults.length > 0 && !running) {
    return (
      <Notice tone="danger" title={t('auditView.broken')} actions={button} testId="trail-broken">
        <ul className={classes.faults}>
          {faults.map((fault) => (
            <li key={`${fault.kind} ${fault.seq}`} data-testid="trail-fault" data-kind={fault.kind}>
              {words(fault)} {fault.id && <code className={classes.id}>{fault.id}</code>}
            </li>
          ))}
        </ul>
        <p>{t('auditView.brokenText')}</p>
      </Notice>
    );
  }
  return (
    <div className={classes.proof} data-testid="trail-proof">
      <span role="status">{state}.</span>
      <span className={classes.quiet}>
        {t('auditView.kept', { months: keptMonths })}{' '}
        {prunedUntil && t('auditView.pruned', { day: formatDate(dateOfInstant(prunedUntil)) })}
      </span>
      {button}
    </div>
  );
}
