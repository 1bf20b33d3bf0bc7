import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, memo, type ReactNode, useState } from 'react';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { EVENT_GROUPS, GROUP_TITLES, POSTING_EVENTS, type PostingEvent, searchPostings } from '#shared/vat/posting-guide/index.ts';
import type { Grid } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import classes from './GuidePanel.module.css';
import { PostingForm } from './PostingForm.tsx';

export interface GuidePanelProps {
  readonly editable: boolean;
  readonly onEdit: (change: (content: ReturnContent) => ReturnContent) => void;
  readonly onGrid: (grid: Grid) => void;
}

/** "I have an EU credit note": which grids, a worked example, and the amounts put there. */
export const GuidePanel = memo(function GuidePanel({ editable, onEdit, onGrid }: GuidePanelProps): ReactNode {
  const t = useT();
  const [sentence, setSentence] = useState('');
  const [chosen, setChosen] = useState<PostingEvent | null>(null);
  const found = searchPostings(POSTING_EVENTS, sentence, t.locale);
  if (chosen) return <PostingForm event={chosen} editable={editable} onEdit={onEdit} onGrid={onGrid} onBack={() => setChosen(null)} />;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' || !found[0]) return;
    event.preventDefault();
    setChosen(found[0]);
  };
  const row = (event: PostingEvent): ReactNode => (
    <li key={event.id}>
      <button type="button" className={classes.event} onClick={() => setChosen(event)} data-testid="guide-event" data-id={event.id}>
        {event.title[t.locale]}
      </button>
    </li>
  );
  return (
    <div data-testid="guide-panel">
      <TextInput
        aria-label={t('vatGrids.guide.search')}
        placeholder={t('vatGrids.guide.placeholder')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={sentence}
        onChange={(event) => setSentence(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        data-panel-first
        data-testid="guide-search"
      />
      {found.length === 0 && <p className={classes.none}>{t('vatGrids.guide.none')}</p>}
      {sentence.trim() === '' ? (
        EVENT_GROUPS.map((group) => (
          <section key={group}>
            <h3 className={classes.group}>{GROUP_TITLES[group][t.locale]}</h3>
            <ul className={classes.list}>{found.filter((event) => event.group === group).map(row)}</ul>
          </section>
        ))
      ) : (
        <ul className={classes.list}>{found.slice(0, 8).map(row)}</ul>
      )}
    </div>
  );
});
