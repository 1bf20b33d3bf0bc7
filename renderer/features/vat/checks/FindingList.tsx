import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import type { Finding, Grid } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { FindingIcon } from './FindingIcon.tsx';
import classes from './FindingList.module.css';
import { JustificationField } from './JustificationField.tsx';
import type { Remedy } from './remedy.ts';

export interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly said: Pick<ReturnContent, 'justifications'>;
  readonly editable: boolean;
  readonly onEdit: (change: (content: ReturnContent) => ReturnContent) => void;
  readonly onGrid?: (grid: Grid) => void;
  /** The amount that plainly answers a finding. */
  readonly remedy?: (id: string) => Remedy | null;
  readonly onRemedy?: (grid: Grid, amount: Cents) => void;
  /** Switches an advice rule off for the firm. */
  readonly onSilence?: (id: string) => void;
  /** Who may do that, when the current user may not. */
  readonly silenceWhy?: string | undefined;
}

const ORDER = { blocking: 0, warning: 1, advice: 2 } as const;

/** Everything the rules say, gravest first; warnings can be answered here. */
export function FindingList(props: FindingListProps): ReactNode {
  const t = useT();
  const { findings, said, editable, onEdit } = props;
  if (findings.length === 0) {
    return (
      <p className={classes.clean} data-testid="findings-none">
        {t('vatView.noFindings')}
      </p>
    );
  }
  const sorted = [...findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  return (
    <ul className={classes.list}>
      {sorted.map((finding) => {
        const shown = finding.justified ? 'justified' : finding.severity;
        return (
          <li
            key={`${finding.id} ${finding.grids.join()}`}
            className={classes.item}
            data-testid="finding"
            data-id={finding.id}
            data-severity={shown}
          >
            <FindingIcon severity={shown} title={t(`vatView.severity.${shown}`)} />
            <div className={classes.body}>
              <FindingWords finding={finding} shown={shown} {...props} />
              {finding.severity === 'warning' && (
                <JustificationField code={finding.id} content={said} editable={editable} onEdit={onEdit} />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

interface WordsProps extends FindingListProps {
  readonly finding: Finding;
  readonly shown: Finding['severity'] | 'justified';
}

function FindingWords({ finding, shown, editable, onGrid, remedy, onRemedy, onSilence, silenceWhy }: WordsProps): ReactNode {
  const t = useT();
  const answer = finding.severity === 'warning' && !finding.justified && onRemedy ? (remedy?.(finding.id) ?? null) : null;
  const { hint } = finding;
  const silence = finding.severity === 'advice' && finding.always !== true ? onSilence : undefined;
  return (
    <>
      <div>
        {finding.grids.map((grid) => (
          <button key={grid} type="button" className={classes.grid} onClick={() => onGrid?.(grid)} disabled={!onGrid}>
            {grid}
          </button>
        ))}
        <span className={classes.severity} data-severity={shown}>
          {t(`vatView.severity.${shown}`)}
        </span>{' '}
        {finding.message[t.locale]}{' '}
        {hint && !finding.message[t.locale].includes(hint[t.locale]) && <b>{hint[t.locale].replace(/\.?$/, '.')}</b>}{' '}
        <span className={classes.id}>{finding.id}</span>
      </div>
      {(answer || silence) && (
        <div className={classes.actions}>
          {answer && (
            <Button onClick={() => onRemedy?.(answer.grid, answer.amount)} data-testid={`remedy-${finding.id}`}>
              {t('vatGrids.remedy', { grid: answer.grid, amount: formatAmount(answer.amount) })}
            </Button>
          )}
          {silence && (
            <button
              type="button"
              className={classes.quiet}
              disabled={!editable || silenceWhy !== undefined}
              title={silenceWhy}
              onClick={() => silence(finding.id)}
              data-testid={`silence-${finding.id}`}
            >
              {t('vatGrids.advice.off')}
            </button>
          )}
        </div>
      )}
    </>
  );
}
