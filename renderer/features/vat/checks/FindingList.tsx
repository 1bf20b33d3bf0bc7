import type { ReactNode } from 'react';
import type { ReturnContent } from '#shared/contract/vat.ts';
import type { Finding, Grid } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { FindingIcon } from './FindingIcon.tsx';
import classes from './FindingList.module.css';
import { JustificationField } from './JustificationField.tsx';

export interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly content: ReturnContent;
  readonly editable: boolean;
  readonly onEdit: (change: (content: ReturnContent) => ReturnContent) => void;
  readonly onGrid?: (grid: Grid) => void;
}

/** Everything the rules say, gravest first; warnings can be answered here. */
export function FindingList({ findings, content, editable, onEdit, onGrid }: FindingListProps): ReactNode {
  const t = useT();
  if (findings.length === 0) {
    return (
      <p className={classes.clean} data-testid="findings-none">
        {t('vatView.noFindings')}
      </p>
    );
  }
  const order = { blocking: 0, warning: 1, advice: 2 } as const;
  const sorted = [...findings].sort((a, b) => order[a.severity] - order[b.severity]);
  return (
    <ul className={classes.list}>
      {sorted.map((finding) => {
        const shown = finding.justified ? 'justified' : finding.severity;
        return (
          <li
            key={`${finding.id} ${finding.message.en}`}
            className={classes.item}
            data-testid="finding"
            data-id={finding.id}
            data-severity={shown}
          >
            <FindingIcon severity={shown} title={t(`vatView.severity.${shown}`)} />
            <div className={classes.body}>
              <div>
                {finding.grids.map((grid) => (
                  <button key={grid} type="button" className={classes.grid} onClick={() => onGrid?.(grid)} disabled={!onGrid}>
                    {grid}
                  </button>
                ))}
                <span className={classes.severity} data-severity={shown}>
                  {t(`vatView.severity.${shown}`)}
                </span>{' '}
                {finding.message[t.locale]} <span className={classes.id}>{finding.id}</span>
              </div>
              {finding.severity === 'warning' && (
                <JustificationField code={finding.id} content={content} editable={editable} onEdit={onEdit} />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
