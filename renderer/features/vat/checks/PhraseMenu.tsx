import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconBookmarkPlus, IconChevronDown, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { JUSTIFICATION_CUT } from '#shared/vat/rules/justification.ts';
import { useAct, useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import classes from './PhraseMenu.module.css';

export interface PhraseMenuProps {
  readonly code: string;
  readonly text: string;
  readonly onChoose: (text: string) => void;
}

/** What was said once of this rule and may be said again. Phrases of other rules come after. */
export function PhraseMenu({ code, text, onChoose }: PhraseMenuProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const [open, setOpen] = useState(false);
  const phrases = useCall('vat.phrases', {}).data?.phrases ?? [];
  const save = useAct('vat.savePhrase');
  const remove = useAct('vat.deletePhrase');
  const sorted = [...phrases].sort((a, b) => Number(b.code === code) - Number(a.code === code));
  const trimmed = text.trim().slice(0, JUSTIFICATION_CUT);
  const known = phrases.some((phrase) => phrase.code === code && phrase.text === trimmed);
  return (
    <>
      {phrases.length > 0 && (
        <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" width={420} trapFocus>
          <Popover.Target>
            <Button
              variant="subtle"
              size="compact-xs"
              rightSection={<IconChevronDown size={12} aria-hidden />}
              onClick={() => setOpen(!open)}
              aria-expanded={open}
              data-testid={`phrases-${code}`}
            >
              {t('vatGrids.phrase.choose', { count: phrases.length })}
            </Button>
          </Popover.Target>
          <Popover.Dropdown className={classes.list ?? ''}>
            <ul>
              {sorted.map((phrase) => (
                <li key={phrase.id} className={classes.item}>
                  <button
                    type="button"
                    className={classes.text}
                    onClick={() => {
                      onChoose(phrase.text);
                      setOpen(false);
                    }}
                    data-testid="phrase"
                  >
                    {phrase.text}
                    {phrase.code !== code && <span className={classes.code}>{phrase.code}</span>}
                  </button>
                  <ActionIcon
                    aria-label={t('vatGrids.phrase.delete', { text: phrase.text.slice(0, 40) })}
                    onClick={() => remove.mutate({ id: phrase.id }, { onError: problem })}
                    data-testid="phrase-delete"
                  >
                    <IconTrash size={14} aria-hidden />
                  </ActionIcon>
                </li>
              ))}
            </ul>
          </Popover.Dropdown>
        </Popover>
      )}
      {trimmed !== '' && !known && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconBookmarkPlus size={13} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate({ code, text: trimmed }, { onError: problem })}
          data-testid={`phrase-save-${code}`}
        >
          {t('vatGrids.phrase.save')}
        </Button>
      )}
    </>
  );
}
