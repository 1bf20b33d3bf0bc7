import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import type { Comparison } from '#shared/contract/vat-help.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import { ComparePanel } from '../compare/ComparePanel.tsx';
import type { DraftActions } from '../draft/use-draft.ts';
import { Annexes } from '../options/Annexes.tsx';
import { ReturnOptions } from '../options/ReturnOptions.tsx';
import { GuidePanel } from './GuidePanel.tsx';
import classes from './HelpPanel.module.css';

const TABS = ['grid', 'compare', 'guide', 'options'] as const;
export type PanelTab = (typeof TABS)[number];
export const tabOf = (text: string | null | undefined): PanelTab => TABS.find((tab) => tab === text) ?? 'grid';

export interface HelpPanelProps {
  readonly view: ReturnView;
  /** May be a moment behind what is typed. */
  readonly content: ReturnContent;
  readonly draft: DraftActions;
  readonly comparison: Comparison | null;
  readonly problem: GuichetError | null;
  readonly editable: boolean;
  /** The grid one stands in; `null` where it is shown elsewhere. */
  readonly gridPanel: ReactNode;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly onGrid: (grid: Grid) => void;
}

/** What helps to fill in the form, one thing at a time. */
export function HelpPanel(props: HelpPanelProps): ReactNode {
  const { view, content, draft, comparison, problem, editable, gridPanel, tab: wanted, onTab, onGrid } = props;
  const t = useT();
  const tabs = TABS.filter((one) => one !== 'grid' || gridPanel !== null);
  const tab = tabs.includes(wanted) ? wanted : 'compare';
  const grids = content.grids as GridAmounts;
  const waiting = problem ? <Failure error={problem} /> : <Waiting rows={4} />;
  return (
    <Tabs
      value={tab}
      onChange={(value) => onTab(tabOf(value))}
      keepMounted={false}
      className={classes.panel ?? ''}
      data-testid="help-panel"
    >
      <Tabs.List aria-label={t('vatGrids.panel')}>
        {tabs.map((one) => (
          <Tabs.Tab key={one} value={one} className={classes.tab ?? ''} data-testid={`panel-${one}`}>
            {t(`vatGrids.panel.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="grid" className={classes.body ?? ''}>
        {gridPanel}
      </Tabs.Panel>
      <Tabs.Panel value="compare" className={classes.body ?? ''}>
        {comparison ? <ComparePanel comparison={comparison} periodKey={view.periodKey} grids={grids} onGrid={onGrid} /> : waiting}
      </Tabs.Panel>
      <Tabs.Panel value="guide" className={classes.body ?? ''}>
        <GuidePanel editable={editable} onEdit={draft.edit} onGrid={onGrid} />
      </Tabs.Panel>
      <Tabs.Panel value="options" className={classes.body ?? ''}>
        <ReturnOptions view={view} content={content} editable={editable} onEdit={draft.edit} />
        <Annexes view={view} draft={draft} editable={editable} />
      </Tabs.Panel>
    </Tabs>
  );
}
