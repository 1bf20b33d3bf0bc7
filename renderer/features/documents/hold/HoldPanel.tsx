import { TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { PastHold } from '#shared/contract/retention.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate, formatInstant } from '../../../i18n/format.ts';
import { MayButton } from '../../../people/MayButton.tsx';
import { useMay } from '../../../people/use-may.ts';
import { useProblem } from '../../../ui/use-problem.ts';
import panels from '../DocumentPanels.module.css';
import classes from './HoldPanel.module.css';
import { useHolds } from './use-holds.ts';

/** How long the document is kept by rule, what held it and what holds it now, and the way to change that. */
export function HoldPanel({ id }: { readonly id: string }): ReactNode {
  const t = useT();
  const holds = useHolds(id);
  if (!holds) return null;
  return (
    <div className={classes.panel}>
      <p className={classes.text} data-testid="hold-until">
        {t('documentHold.until', { day: formatDate(holds.keptUntil) })} {holds.active.length > 0 && t('documentHold.longer')}
      </p>
      {holds.holds.length > 0 && (
        <ol className={panels.list} data-testid="hold-history">
          {holds.holds.map((hold) => (
            <Entry key={hold.id} hold={hold} />
          ))}
        </ol>
      )}
      {!holds.active.some(({ documentId }) => documentId !== null) && <NewHold id={id} />}
    </div>
  );
}

/** One hold: why, whose, when placed and when lifted; the client's is lifted where its others are. */
function Entry({ hold }: { readonly hold: PastHold }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const lift = useAct('retention.lift');
  const { reason, clientId, liftedAt } = hold;
  return (
    <li className={panels.entry} data-testid="hold-entry" data-lifted={liftedAt !== null || undefined}>
      <span className={panels.what}>
        <span className={classes.reason}>{reason}</span>
        {clientId !== null && <span className={classes.quiet}> ({t('documentHold.ofClient')})</span>}
      </span>
      {liftedAt === null &&
        (clientId === null ? (
          <MayButton
            needs="retention.lift"
            size="compact-xs"
            loading={lift.isPending}
            onClick={() => lift.mutate({ id: hold.id }, { onError: problem })}
            data-testid="hold-lift"
          >
            {t('documentHold.lift')}
          </MayButton>
        ) : (
          <Link to="/settings/retention">{t('documentHold.toClient')}</Link>
        ))}
      <span className={classes.when}>
        {t('documentHold.placed', { when: formatInstant(hold.placedAt), who: hold.placedBy ?? 'none' })}
        {liftedAt !== null && ` · ${t('documentHold.lifted', { when: formatInstant(liftedAt), who: hold.liftedBy ?? 'none' })}`}
      </span>
    </li>
  );
}

function NewHold({ id }: { readonly id: string }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const hold = useAct('retention.hold');
  const { may } = useMay('retention.hold');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== '') hold.mutate({ documentId: id, reason: reason.trim() }, { onError: problem, onSuccess: () => setReason('') });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        className={classes.grow ?? ''}
        size="xs"
        label={t('documentHold.reason')}
        value={reason}
        maxLength={200}
        disabled={!may}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-testid="hold-reason"
      />
      <MayButton needs="retention.hold" type="submit" disabled={reason.trim() === ''} loading={hold.isPending} data-testid="hold-add">
        {t('documentHold.hold')}
      </MayButton>
    </form>
  );
}
