import type { ReactNode } from 'react';
import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import type { Cents } from '#shared/domain/cents.ts';
import { FRAMES, type Frame } from '#shared/vat/grids.ts';
import type { Grid } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { type Live, marks } from '../draft/live.ts';
import { BalanceFrame } from './BalanceFrame.tsx';
import { GridField } from './GridField.tsx';
import classes from './GridForm.module.css';
import { COLUMNS, gridsOf, neighbour } from './grid-layout.ts';

export interface GridFormProps {
  readonly content: ReturnContent;
  readonly previous: ReturnView['previous'];
  readonly live: Live;
  readonly editable: boolean;
  readonly onAmount: (grid: Grid, amount: Cents | null) => void;
  readonly onFocus: (grid: Grid) => void;
  readonly onMove: (grid: Grid) => void;
  readonly onJump: () => void;
}

/** Frames II to VI side by side. */
export function GridForm(props: GridFormProps): ReactNode {
  const { content, previous, live, editable, onMove } = props;
  const marked = marks(live.findings);
  return (
    <div className={classes.form} data-testid="grid-form">
      {COLUMNS.map((frames) => (
        <div key={frames.join()} className={classes.column}>
          {frames.map((frame) => (
            <section key={frame} className={classes.frame}>
              <FrameTitle frame={frame} />
              {gridsOf(frame).map((grid) => (
                <GridField
                  key={grid}
                  grid={grid}
                  amount={content.grids[grid] ?? null}
                  previous={previous?.[grid] ?? null}
                  finding={marked.get(grid) ?? null}
                  editable={editable}
                  onAmount={(amount) => props.onAmount(grid, amount)}
                  onFocus={() => props.onFocus(grid)}
                  onMove={(direction) => {
                    const next = neighbour(grid, direction);
                    if (next) onMove(next);
                  }}
                  onJump={props.onJump}
                />
              ))}
            </section>
          ))}
        </div>
      ))}
      <div className={classes.column}>
        <section className={classes.frame}>
          <FrameTitle frame="VI" />
          <BalanceFrame totals={live.totals} previous={previous} />
        </section>
      </div>
    </div>
  );
}

function FrameTitle({ frame }: { readonly frame: Frame }): ReactNode {
  const t = useT();
  return (
    <h2 className={classes.title}>
      <span className={classes.roman}>{frame}</span> {FRAMES[frame].title[t.locale]}
    </h2>
  );
}
