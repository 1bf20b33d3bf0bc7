import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useMemo } from 'react';
import type { Totals } from '#shared/vat/balance.ts';
import { gridInfo } from '#shared/vat/grids.ts';
import type { Grid } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { Amount } from '../../../ui/Amount.tsx';
import classes from './GridBand.module.css';
import { GridJump } from './GridJump.tsx';
import type { Wrong } from './typed-amount.ts';

export type Layout = 'paper' | 'list';

export interface GridBandProps {
  readonly balance: Totals['balance'];
  /** Points that keep the return from being filed; may be a moment behind. */
  readonly open: number;
  readonly editable: boolean;
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
  readonly focused: Grid | null;
  readonly wrong: Wrong | null;
  readonly jumping: boolean;
  /** `back`: to the grid one was in; `away`: the focus went elsewhere. */
  readonly onJump: (to: 'open' | 'back' | 'away') => void;
  readonly onGrid: (grid: Grid) => void;
  readonly onKeys: () => void;
  /** Makes an empty return nil; `null` when it is not empty. */
  readonly onNil: (() => void) | null;
  readonly nilBusy: boolean;
  readonly toChecks: RefObject<HTMLButtonElement | null>;
  readonly onChecks: () => void;
}

/** The line that stays in sight: where one is, what is wrong with it, the balance, and the way on. */
export function GridBand(props: GridBandProps): ReactNode {
  const { balance, open, editable, layout, onLayout, focused, wrong, jumping, onJump, onGrid, toChecks, onChecks } = props;
  const t = useT();
  const { grid, cents } = balance;
  const choice = useMemo(() => <LayoutChoice layout={layout} onLayout={onLayout} />, [layout, onLayout]);
  const next = useMemo(
    () =>
      editable && (
        <Button
          ref={toChecks}
          variant="filled"
          rightSection={<IconArrowRight size={14} aria-hidden />}
          onClick={onChecks}
          data-testid="to-checks"
        >
          {t('vatView.toChecks', { count: open })}
        </Button>
      ),
    [editable, toChecks, onChecks, open, t],
  );
  return (
    <div className={classes.band}>
      {choice}
      {jumping ? (
        <GridJump onGrid={onGrid} onClose={() => onJump(focused ? 'back' : 'away')} onLeave={() => onJump('away')} />
      ) : wrong ? (
        <span className={classes.wrong} role="alert" data-testid="grid-wrong">
          {t(`vatGrids.wrong.${wrong}`, { grid: focused ?? '' })}
        </span>
      ) : (
        <span className={classes.label} data-testid="grid-help">
          {focused ? (
            <>
              <b>{focused}</b> {gridInfo(focused).label[t.locale]}
            </>
          ) : (
            t('vatGrids.band')
          )}
        </span>
      )}
      <button type="button" className={classes.keys} onClick={props.onKeys} data-testid="grid-keys-open">
        <kbd>F1</kbd> {t('vatGrids.keys.open')}
      </button>
      <span className={classes.balance}>
        <span className={classes.side}>
          {grid} {t(grid === '71' ? 'vatView.toPayShort' : 'vatView.toReceiveShort')}
        </span>
        <Amount value={cents} strong />
      </span>
      {props.onNil && (
        <Button loading={props.nilBusy} onClick={props.onNil} title={t('vatGrids.nil.text')} data-testid="btn-nil">
          {t('vatGrids.nil.button')}
        </Button>
      )}
      {next}
    </div>
  );
}

function LayoutChoice({ layout, onLayout }: Pick<GridBandProps, 'layout' | 'onLayout'>): ReactNode {
  const t = useT();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('vatGrids.layout')}
      value={layout}
      onChange={(value) => onLayout(value === 'list' ? 'list' : 'paper')}
      data={[
        { value: 'paper', label: t('vatGrids.layout.paper') },
        { value: 'list', label: t('vatGrids.layout.list') },
      ]}
      data-testid="grid-layout"
    />
  );
}
