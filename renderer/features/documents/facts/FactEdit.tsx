import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import type { Fact, FactKind } from '#shared/contract/reading.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { useUndo } from '../../../undo/use-undo.tsx';
import classes from './FactsPanel.module.css';
import { factField, typedFact } from './fact-text.ts';

export interface FactEditProps {
  readonly id: string;
  readonly kind: FactKind;
  /** `null`: nothing of this kind was found. */
  readonly fact: Fact | null;
  readonly onClose: () => void;
}

/** A person knows better: another value, none at all, or back to what the machine read. */
export function FactEdit({ id, kind, fact, onClose }: FactEditProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const { offer } = useUndo();
  const correct = useAct('reading.correct');
  const forget = useAct('reading.forget');
  const nameId = useId();
  const errorId = useId();
  const [text, setText] = useState(fact?.value ? factField(kind, fact.value, t) : '');
  const [wrong, setWrong] = useState(false);
  const name = t(`documentFacts.kind.${kind}`);
  const done = ({ undoId }: { undoId: string | null }): void => {
    if (undoId) offer(t('documentFacts.corrected', { kind: name }), undoId);
    onClose();
  };
  const say = (value: string | null): void =>
    correct.mutate(
      { id, kind, value },
      { onSuccess: done, onError: (error) => (error.code === 'reading.value' ? setWrong(true) : problem(error)) },
    );
  return (
    <div className={classes.edit}>
      <dt className={classes.kind} id={nameId}>
        {name}
      </dt>
      <dd className={classes.editing}>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            const value = typedFact(kind, text);
            if (value === null) setWrong(true);
            else if (value === fact?.value) onClose();
            else say(value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onClose();
          }}
          data-testid={`fact-edit-${kind}`}
        >
          <input
            // biome-ignore lint/a11y/noAutofocus: somebody just asked to write here
            autoFocus
            className={classes.field}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setWrong(false);
            }}
            onFocus={(event) => event.currentTarget.select()}
            aria-labelledby={nameId}
            aria-invalid={wrong}
            aria-describedby={wrong ? errorId : undefined}
            data-testid="fact-input"
          />
          <Button type="submit" variant="filled" size="compact-xs" loading={correct.isPending} data-testid="fact-save">
            {t('frame.save')}
          </Button>
          {fact && fact.value !== null && (
            <Button size="compact-xs" onClick={() => say(null)} data-testid="fact-none">
              {t('documentFacts.setNone')}
            </Button>
          )}
          {fact?.source === 'person' && (
            <Button
              size="compact-xs"
              onClick={() => forget.mutate({ id, kind }, { onSuccess: done, onError: problem })}
              data-testid="fact-forget"
            >
              {t('documentFacts.forget')}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onClose}>
            {t('documentPreview.cancel')}
          </Button>
          {wrong && (
            <span id={errorId} className={classes.wrong} role="alert" data-testid="fact-wrong">
              {t(`documentFacts.wrong.${kind}`)}
            </span>
          )}
        </form>
      </dd>
    </div>
  );
}
