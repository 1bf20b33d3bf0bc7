import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { gridInfo } from '#shared/vat/grids.ts';
import type { Grid } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatMoment } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Conflict.module.css';
import type { Clash } from './rebase.ts';
import type { Draft } from './use-draft.ts';

/** Somebody else saved the return meanwhile: who, when, and where both changed the same grid, which amount is to stand. */
export function Conflict({ draft, today }: { readonly draft: Draft; readonly today: LocalDate }): ReactNode {
  const t = useT();
  /** What is saved stands until a person prefers what was typed here: nothing of the other's goes unseen. */
  const [mine, setMine] = useState<ReadonlySet<Grid>>(new Set());
  const { other } = draft;
  const clashes = other?.clashes ?? [];
  const { preparedBy, changedAt } = other?.view.approval ?? { preparedBy: null, changedAt: null };
  const at = changedAt && formatMoment(changedAt, today);
  const choose = (grid: Grid, isMine: boolean): void =>
    setMine((now) => new Set(isMine ? [...now, grid] : [...now].filter((one) => one !== grid)));
  return (
    <Notice
      tone="warn"
      title={preparedBy && at ? t('vatConflict.title', { who: preparedBy, at }) : t('vatView.conflict.title')}
      testId="save-conflict"
      actions={
        <>
          <Button
            variant="filled"
            disabled={!other}
            onClick={() => draft.overwrite(new Set(clashes.map(({ grid }) => grid).filter((grid) => !mine.has(grid))))}
            data-testid="conflict-overwrite"
          >
            {t('vatConflict.together')}
          </Button>
          <Button onClick={draft.reload} data-testid="conflict-reload">
            {t('vatView.conflict.reload')}
          </Button>
        </>
      }
    >
      {clashes.length > 0 && (
        <>
          <p>{t('vatConflict.both', { count: clashes.length })}</p>
          <ul className={classes.clashes}>
            {clashes.map((clash) => (
              <Choice key={clash.grid} clash={clash} isMine={mine.has(clash.grid)} onChoose={choose} who={preparedBy} />
            ))}
          </ul>
        </>
      )}
      <p>{t('vatView.conflict.text')}</p>
    </Notice>
  );
}

interface ChoiceProps {
  readonly clash: Clash;
  readonly isMine: boolean;
  readonly who: string | null;
  readonly onChoose: (grid: Grid, isMine: boolean) => void;
}

function Choice({ clash: { grid, mine, theirs }, isMine, who, onChoose }: ChoiceProps): ReactNode {
  const t = useT();
  const amount = (value: Cents | null): string => (value === null ? t('vatConflict.empty') : formatAmount(value));
  const option = (own: boolean, words: string, value: Cents | null): ReactNode => (
    <label className={classes.option}>
      <input
        type="radio"
        name={`clash-${grid}`}
        checked={isMine === own}
        onChange={() => onChoose(grid, own)}
        data-testid={`conflict-${grid}-${own ? 'mine' : 'theirs'}`}
      />
      {words} <b className={classes.amount}>{amount(value)}</b>
    </label>
  );
  return (
    <li>
      <fieldset className={classes.clash} data-testid={`conflict-${grid}`}>
        <legend className={classes.grid}>{t('vatConflict.grid', { grid, label: gridInfo(grid).label[t.locale] })}</legend>
        <span className={classes.code} aria-hidden>
          {grid}
        </span>
        {option(false, who ?? t('vatConflict.theirs'), theirs)}
        {option(true, t('vatConflict.mine'), mine)}
      </fieldset>
    </li>
  );
}
