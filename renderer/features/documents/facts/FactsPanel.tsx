import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconInfoCircle, IconPlus, IconRefresh, IconScan } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { FACT_KINDS, type Fact, type FactKind, type ReadState } from '#shared/contract/reading.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { useAct, useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { usePreview } from '../preview-memory.ts';
import { FactEdit } from './FactEdit.tsx';
import { FactRow } from './FactRow.tsx';
import classes from './FactsPanel.module.css';
import { factText } from './fact-text.ts';

export interface FactsPanelProps {
  readonly id: string;
  readonly pointed: string | null;
  /** Somebody asks where a fact stands; `null`: nobody any more. */
  readonly onPoint: (kind: FactKind | null) => void;
}

/** What a machine read in the document, with where it stands, and the way to say better. */
export function FactsPanel({ id, pointed, onPoint }: FactsPanelProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const open = usePreview((memory) => memory.facts);
  const remember = usePreview((memory) => memory.set);
  const { data, error, refetch } = useCall('reading.get', { id });
  const again = useAct('reading.again');
  const [editing, setEditing] = useState<FactKind | null>(null);
  if (error) return <Failure error={error} onRetry={() => void refetch()} testId="facts-error" />;
  if (!data) return <div className={classes.panel} />;
  const { state, facts } = data;
  if (state === 'none' && facts.length === 0) return null;
  const missing = FACT_KINDS.filter((kind) => !facts.some((fact) => fact.kind === kind));
  const empty = facts.length === 0 && editing === null;
  const words = wordsOf(state, data.reason, t);
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.panel} aria-label={t('documentFacts.title')} data-testid="facts" data-state={state}>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={open}
        onClick={() => remember({ facts: !open })}
        data-testid="facts-fold"
      >
        <Icon size={14} aria-hidden />
        <IconScan size={14} aria-hidden />
        {t('documentFacts.title')}
      </button>
      <Tooltip label={t('documentFacts.caution')} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
        <ActionIcon size={20} aria-label={t('documentFacts.caution')}>
          <IconInfoCircle size={14} />
        </ActionIcon>
      </Tooltip>
      {(!open || empty) && (
        <span className={classes.summary} data-testid={`facts-${state}`}>
          {facts.length > 0 ? summary(facts, t) : words}
        </span>
      )}
      {open && !empty && (
        <dl className={classes.facts}>
          {facts.map((fact) =>
            editing === fact.kind ? (
              <FactEdit key={fact.kind} id={id} kind={fact.kind} fact={fact} onClose={() => setEditing(null)} />
            ) : (
              <FactRow key={fact.kind} fact={fact} pointed={pointed === fact.kind} onPoint={onPoint} onEdit={() => setEditing(fact.kind)} />
            ),
          )}
          {editing && missing.includes(editing) && <FactEdit id={id} kind={editing} fact={null} onClose={() => setEditing(null)} />}
        </dl>
      )}
      <span className={classes.tools}>
        {open && missing.length > 0 && state !== 'waiting' && (
          <Menu>
            <Menu.Target>
              <ActionIcon size={24} aria-label={t('documentFacts.add')} title={t('documentFacts.add')} data-testid="fact-add">
                <IconPlus size={14} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {missing.map((kind) => (
                <Menu.Item key={kind} onClick={() => setEditing(kind)} data-testid={`fact-add-${kind}`}>
                  {t(`documentFacts.kind.${kind}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {state !== 'waiting' && (
          <ActionIcon
            size={24}
            loading={again.isPending}
            aria-label={t('documentFacts.again')}
            title={t('documentFacts.again')}
            onClick={() => again.mutate({ selection: { ids: [id] } }, { onError: problem })}
            data-testid="facts-again"
          >
            <IconRefresh size={14} />
          </ActionIcon>
        )}
      </span>
      {open && !empty && state !== 'read' && <p className={classes.words}>{words}</p>}
    </section>
  );
}

const summary = (facts: readonly Fact[], t: Translator): string =>
  facts.flatMap(({ kind, value }) => (value === null ? [] : [factText(kind, value, t)])).join(' · ');

/** What there is to say of the reading itself. */
function wordsOf(state: ReadState, reason: string | null, t: Translator): string {
  if (state === 'read') return t('documentFacts.nothing');
  if (state !== 'unreadable' || reason === null) return t(`documentFacts.${state}`);
  return t.error({ code: reason, retryable: false, action: 'none', params: {} });
}
