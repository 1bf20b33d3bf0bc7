import type { ReactNode } from 'react';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { FRAMES, type Frame } from '#shared/vat/grids.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import type { Live } from '../draft/live.ts';
import { BalanceFrame } from './BalanceFrame.tsx';
import type { CellActions, CellMark } from './cell.ts';
import { GridField } from './GridField.tsx';
import classes from './GridForm.module.css';
import { COLUMNS, gridsOf } from './grid-layout.ts';
import type { Offers } from './offers.ts';

export interface Past {
  readonly previous: GridAmounts | null;
  readonly lastYear: GridAmounts | null;
  readonly average: GridAmounts | null;
}

export interface GridsProps {
  readonly content: ReturnContent;
  readonly past: Past;
  readonly live: Live;
  readonly marks: ReadonlyMap<Grid, CellMark>;
  readonly offers: Offers;
  readonly editable: boolean;
  readonly actions: CellActions;
}

interface GridFormProps extends GridsProps {
  /** What stands in the room under the balance. */
  readonly beside: ReactNode;
}

/** Frames II to VI side by side, as on paper. */
export function GridForm({ content, past, live, marks, offers, editable, actions, beside }: GridFormProps): ReactNode {
  const t = useT();
  return (
    <div className={classes.form} data-testid="grid-form" data-layout="paper">
      {COLUMNS.map((frames) => (
        <div key={frames.join()} className={classes.column}>
          {frames.map((frame) => (
            <section key={frame} className={classes.frame} aria-labelledby={`frame-${frame}`}>
              <FrameTitle frame={frame} />
              {gridsOf(frame).map((grid) => (
                <GridField
                  key={grid}
                  grid={grid}
                  amount={content.grids[grid] ?? null}
                  previous={past.previous?.[grid] ?? null}
                  severity={marks.get(grid)?.severity ?? null}
                  markText={marks.get(grid)?.text ?? null}
                  offer={offers.get(grid) ?? null}
                  editable={editable}
                  actions={actions}
                />
              ))}
            </section>
          ))}
        </div>
      ))}
      <div className={`${classes.column} ${classes.last}`}>
        <section className={classes.frame} aria-labelledby="frame-VI">
          <FrameTitle frame="VI" />
          <BalanceFrame totals={live.totals} previous={past.previous} />
        </section>
        <div className={classes.beside}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys must be able to scroll it */}
          <section className={classes.scroll} tabIndex={0} aria-label={t('vatGrids.panel.grid')}>
            {beside}
          </section>
        </div>
      </div>
    </div>
  );
}

function FrameTitle({ frame }: { readonly frame: Frame }): ReactNode {
  const t = useT();
  return (
    <h2 className={classes.title} id={`frame-${frame}`} title={FRAMES[frame].title[t.locale]}>
      <span className={classes.roman}>{frame}</span> {FRAMES[frame].title[t.locale]}
    </h2>
  );
}
