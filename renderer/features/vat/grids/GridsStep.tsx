import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Outlier } from '#shared/contract/vat-help.ts';
import { isNil } from '#shared/vat/nil.ts';
import { obstacles } from '#shared/vat/rules/evaluate.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { useLeaveGuard } from '../../../state/leaving.ts';
import { useScreen } from '../../../state/screen.ts';
import { useKeys } from '../../../ui/use-keys.ts';
import { Findings } from '../checks/Findings.tsx';
import { outlierText } from '../compare/outlier-text.ts';
import { worthReading } from '../draft/live.ts';
import type { DraftActions } from '../draft/use-draft.ts';
import { GridPanel } from '../help/GridPanel.tsx';
import { HelpPanel, type PanelTab, tabOf } from '../help/HelpPanel.tsx';
import { CarryNotice } from '../options/CarryNotice.tsx';
import { useNilReturn } from '../options/use-nil-return.ts';
import { LockedNote } from '../path/LockedNote.tsx';
import type { StepProps } from '../path/step-props.ts';
import { GridBand, type Layout } from './GridBand.tsx';
import { GridForm } from './GridForm.tsx';
import { GridList } from './GridList.tsx';
import classes from './GridsStep.module.css';
import { KeysHelp } from './KeysHelp.tsx';
import { cellMarks } from './marks.ts';
import { nextFound } from './next-found.ts';
import { offersFor, taxFor } from './offers.ts';
import { PasteReport } from './PasteReport.tsx';
import { type Shortcut, shortcutOf } from './shortcuts.ts';
import type { Wrong } from './typed-amount.ts';
import { focusGrid, useCellActions } from './use-cell-actions.ts';
import { usePaste } from './use-paste.ts';

const CALM_MS = 200;
const NO_OUTLIERS: readonly Outlier[] = [];

/** Step 1: the form as on paper or as a list, totals and findings as one types. */
export function GridsStep({ view, draft, live, editable }: StepProps): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const form = useRef<HTMLDivElement>(null);
  const [jumping, setJumping] = useState(false);
  const [focused, setFocused] = useState<Grid | null>(null);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [keysOpen, setKeysOpen] = useState(false);
  const layout = useScreen((screen) => screen.choices.vatLayout) === 'list' ? 'list' : 'paper';
  const tab = tabOf(useScreen((screen) => screen.choices.vatPanel));
  const setChoice = useScreen((screen) => screen.setChoice);
  const comparison = useCall('vat.compare', { id: view.id }, { keep: true });
  const pasting = usePaste(draft);
  const nil = useNilReturn(true);
  const toChecks = useRef<HTMLButtonElement>(null);
  const grids = draft.content.grids as GridAmounts;
  const empty = isNil(grids);

  const go = useCallback((grid: Grid) => {
    setJumping(false);
    focusGrid(form.current, grid);
  }, []);
  /** Not past an amount that cannot be read: leaving the form would throw it away unsaid. */
  const mayGo = useCallback((): boolean => {
    const unread = form.current?.querySelector<HTMLInputElement>('input[data-unread]');
    if (!unread) return true;
    unread.focus();
    setWrong(unread.dataset.unread as Wrong);
    return false;
  }, []);
  useLeaveGuard(mayGo);
  const goToChecks = useCallback(() => void navigate(`/vat/return/${view.id}/checks`, { replace: true }), [navigate, view.id]);
  const openTab = (next: PanelTab): void => {
    setChoice('vatPanel', next);
    // The panel draws itself first.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-panel-first]')?.focus());
  };
  const makeNil = (): void => {
    if (!empty || nil.busy) return;
    void draft.settle().then((version) => version !== null && nil.nil(view));
  };
  const does: Readonly<Record<Shortcut, (grid: Grid | null) => void>> = {
    jump: () => setJumping(true),
    keys: () => setKeysOpen(true),
    layout: (grid) => {
      if (!mayGo()) return;
      setChoice('vatLayout', layout === 'list' ? 'paper' : 'list');
      if (grid) requestAnimationFrame(() => focusGrid(form.current, grid));
    },
    guide: () => openTab('guide'),
    compare: () => openTab('compare'),
    nextFinding: (grid) => {
      const next = nextFound(worthReading(live.findings), grid);
      if (next) go(next);
    },
    takeTax: (grid) => {
      const tax = grid && editable ? taxFor(grid, grids) : null;
      if (grid && tax !== null) draft.keepGrid(grid, tax);
    },
    nil: () => editable && makeNil(),
    undoPaste: () => pasting.undo(),
    checks: () => editable && goToChecks(),
  };
  useKeys(
    Object.fromEntries(
      ['F1', 'F2', 'F4', 'F7', 'F8', 'g'].map((key) => [
        key,
        (event: KeyboardEvent) => {
          const shortcut = shortcutOf(event);
          return shortcut ? does[shortcut](focused) : false;
        },
      ]),
    ),
  );
  const actions = useCellActions({
    form,
    draft,
    onEnter: (grid) => {
      setFocused(grid);
      setWrong(null);
    },
    onRefuse: setWrong,
    onShortcut: (shortcut, grid) => void does[shortcut](grid),
    onPaste: (grid, text) => pasting.paste(grid, text, grids),
    onEnd: () => toChecks.current?.focus(),
  });
  const { data } = comparison;
  const past = useMemo(
    () => ({
      previous: (view.previous ?? data?.previous?.grids ?? null) as GridAmounts | null,
      lastYear: (data?.lastYear?.grids ?? null) as GridAmounts | null,
      average: (data?.average?.grids ?? null) as GridAmounts | null,
    }),
    [view.previous, data],
  );
  // What stands beside the form follows when the typing pauses: a list or a chart drawn anew with each key would hold up the totals.
  const [calm] = useDebouncedValue(draft.content, CALM_MS);
  const [calmLive] = useDebouncedValue(live, CALM_MS);
  // Everything is unusual about a return in which nothing stands yet; that says nothing.
  const outliers = (!isNil(calm.grids as GridAmounts) && data?.outliers) || NO_OUTLIERS;
  const { edit, keepGrid, settle } = draft;
  const acts: DraftActions = useMemo(() => ({ edit, keepGrid, settle }), [edit, keepGrid, settle]);
  const marks = useMemo(
    () =>
      cellMarks(calmLive, calm.grids as GridAmounts, outliers, {
        locale: t.locale,
        carried: t('vatGrids.carried'),
        outlier: (outlier) => outlierText(outlier, t),
      }),
    [calmLive, calm, outliers, t],
  );
  const props = { content: draft.content, past, live, marks, offers: offersFor(grids), editable, actions };
  const setLayout = useCallback((next: Layout) => void (mayGo() && setChoice('vatLayout', next)), [mayGo, setChoice]);
  const band = (
    <GridBand
      balance={live.totals.balance}
      open={useMemo(() => obstacles(worthReading(calmLive.findings)).length, [calmLive])}
      editable={editable}
      layout={layout}
      onLayout={setLayout}
      focused={focused}
      wrong={wrong}
      jumping={jumping}
      onJump={(to) => {
        if (to === 'open') setJumping(true);
        else if (to === 'back' && focused) go(focused);
        else setJumping(false);
      }}
      onGrid={go}
      onKeys={() => setKeysOpen(true)}
      onNil={editable && empty && isNil(calm.grids as GridAmounts) ? makeNil : null}
      nilBusy={nil.busy}
      toChecks={toChecks}
      onChecks={goToChecks}
    />
  );
  const { justifications } = draft.content;
  const findings = useMemo(
    () => (
      <section className={classes.findings} aria-labelledby="findings-title">
        <h2 className={classes.title} id="findings-title">
          {t('vatView.findings')}
        </h2>
        <Findings view={view} content={calm} said={{ justifications }} draft={acts} live={calmLive} editable={editable} onGrid={go} />
      </section>
    ),
    [t, view, calm, justifications, acts, calmLive, editable, go],
  );
  const gridPanel = useMemo(
    () => (
      <GridPanel
        grid={focused}
        grids={calm.grids as GridAmounts}
        periodKey={view.periodKey}
        comparison={data ?? null}
        editable={editable}
        onTake={keepGrid}
      />
    ),
    [focused, calm, view.periodKey, data, editable, keepGrid],
  );
  // Other statements are typed into here, so they are not to lag.
  const stated = tab === 'options' ? draft.content : calm;
  const panel = useMemo(
    () => (
      <HelpPanel
        view={view}
        content={stated}
        draft={acts}
        comparison={data ?? null}
        problem={comparison.error}
        editable={editable}
        gridPanel={layout === 'list' ? gridPanel : null}
        tab={tab}
        onTab={(next) => setChoice('vatPanel', next)}
        onGrid={go}
      />
    ),
    [view, stated, acts, data, comparison.error, editable, layout, gridPanel, tab, setChoice, go],
  );
  return (
    <div className={classes.step} data-layout={layout}>
      {!editable && <LockedNote view={view} />}
      {editable && <CarryNotice view={view} draft={acts} />}
      <PasteReport pasting={pasting} />
      {layout === 'list' ? (
        <>
          <div className={classes.beside}>
            <div ref={form}>
              <GridList {...props} />
            </div>
            <div className={classes.side}>
              {findings}
              {panel}
            </div>
          </div>
          {band}
        </>
      ) : (
        <>
          <div ref={form}>
            <GridForm {...props} beside={gridPanel} />
          </div>
          {band}
          <div className={classes.beside}>
            {findings}
            {panel}
          </div>
        </>
      )}
      {keysOpen && <KeysHelp onClose={() => setKeysOpen(false)} />}
    </div>
  );
}
