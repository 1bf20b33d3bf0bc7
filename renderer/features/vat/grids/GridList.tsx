import type { ReactNode } from 'react';
import { FRAME_CODES, FRAMES } from '#shared/vat/grids.ts';
import { useT } from '../../../i18n/context.tsx';
import type { GridsProps } from './GridForm.tsx';
import classes from './GridList.module.css';
import { GridRow } from './GridRow.tsx';
import { gridsOf } from './grid-layout.ts';
import { TotalRow } from './TotalRow.tsx';

const COLUMNS = ['previous', 'lastYear', 'average'] as const;

/** One line a grid, with its past beside it. */
export function GridList({ content, past, live, marks, offers, editable, actions }: GridsProps): ReactNode {
  const t = useT();
  const { xx, yy, balance } = live.totals;
  const before = past.previous;
  return (
    <table className={classes.list} data-testid="grid-form" data-layout="list">
      <thead>
        <tr>
          <th scope="col" className={classes.code}>
            {t('vatGrids.column.grid')}
          </th>
          <th scope="col">{t('vatGrids.column.label')}</th>
          <th scope="col" className={classes.figure}>
            {t('vatGrids.column.amount')}
          </th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={classes.figure} title={t(`vatGrids.columnTitle.${column}`)}>
              {t(`vatGrids.column.${column}`)}
            </th>
          ))}
          <th scope="col" className={classes.flag}>
            <span className={classes.hidden}>{t('vatGrids.column.flag')}</span>
          </th>
        </tr>
      </thead>
      {FRAME_CODES.filter((frame) => frame !== 'VI').map((frame) => (
        <tbody key={frame}>
          <tr className={classes.frame}>
            <th scope="rowgroup" colSpan={7}>
              <span className={classes.roman}>{frame}</span> {FRAMES[frame].title[t.locale]}
            </th>
          </tr>
          {gridsOf(frame).map((grid) => (
            <GridRow
              key={grid}
              grid={grid}
              amount={content.grids[grid] ?? null}
              previous={past.previous?.[grid] ?? null}
              lastYear={past.lastYear?.[grid] ?? null}
              average={past.average?.[grid] ?? null}
              severity={marks.get(grid)?.severity ?? null}
              markText={marks.get(grid)?.text ?? null}
              offer={offers.get(grid) ?? null}
              editable={editable}
              actions={actions}
            />
          ))}
        </tbody>
      ))}
      <tbody>
        <tr className={classes.frame}>
          <th scope="rowgroup" colSpan={7}>
            <span className={classes.roman}>VI</span> {FRAMES.VI.title[t.locale]}
          </th>
        </tr>
        <TotalRow code="XX" label={t('vatView.totalDue')} amount={xx} testId="total-xx" />
        <TotalRow code="YY" label={t('vatView.totalDeductible')} amount={yy} testId="total-yy" />
        <TotalRow
          code={balance.grid}
          label={t(balance.grid === '71' ? 'vatView.toPay' : 'vatView.toReceive')}
          amount={balance.cents}
          past={[before?.[balance.grid], past.lastYear?.[balance.grid], past.average?.[balance.grid]]}
          strong
          testId="balance"
        />
      </tbody>
    </table>
  );
}
