import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { parseTyped } from '#shared/domain/cents.ts';
import { GRIDS } from '#shared/vat/grids.ts';
import type { Grid } from '#shared/vat/types.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { Failure } from '../../../ui/Failure.tsx';
import classes from './Corrections.module.css';

/** The balance follows from the other grids; nobody corrects it by itself. */
const CHOICES = GRIDS.filter((grid) => grid.frame !== 'VI');

/** A mistake of this return, for a later one: the grid, by how much it was wrong, and why. */
export function CorrectionForm({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const add = useAct('vat.addCorrection');
  const [grid, setGrid] = useState<Grid>('54');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const amount = parseTyped(typed);
  const wrong = typed.trim() !== '' && !amount;
  const send = (): void => {
    if (!amount || reason.trim() === '') return;
    add.mutate(
      { clientId: view.clientId, fromPeriodKey: view.periodKey, grid, amount, reason: reason.trim() },
      {
        onSuccess: () => {
          setTyped('');
          setReason('');
        },
      },
    );
  };
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h3 className={classes.title}>{t('vatPathView.corrections.addTitle', { period: formatPeriod(view.periodKey, t) })}</h3>
      {add.error && <Failure error={add.error} testId="correction-error" />}
      <div className={classes.form}>
        <NativeSelect
          label={t('vatPathView.corrections.grid')}
          value={grid}
          onChange={(event) => setGrid(CHOICES.find(({ code }) => code === event.currentTarget.value)?.code ?? '54')}
          data={CHOICES.map(({ code, label }) => ({ value: code, label: `${code} · ${label[t.locale]}` }))}
          data-testid="correction-grid"
        />
        <TextInput
          label={t('vatPathView.corrections.amount')}
          value={typed}
          inputMode="decimal"
          error={wrong && t('vatPathView.corrections.amountWrong')}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-testid="correction-amount"
        />
        <TextInput
          className={classes.wide ?? ''}
          label={t('vatPathView.corrections.reason')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-testid="correction-reason"
        />
      </div>
      <p className={classes.quiet}>
        {t('vatPathView.corrections.amountText')} {t('vatPathView.corrections.rule')}
      </p>
      <div className={classes.actions}>
        <Button
          type="submit"
          variant="filled"
          disabled={!amount || reason.trim() === ''}
          loading={add.isPending}
          data-testid="correction-add"
        >
          {t('vatPathView.corrections.add')}
        </Button>
      </div>
    </form>
  );
}
