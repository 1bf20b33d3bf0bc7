import { Autocomplete } from '@mantine/core';
import { IconTag, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { zTag } from '#shared/contract/desk.ts';
import { useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { useDesk } from '../use-desk.ts';
import classes from './NotePanel.module.css';

/** The words the firm gives a document; those it gives others are proposed. */
export function TagEditor({ id, tags }: { readonly id: string; readonly tags: readonly string[] }): ReactNode {
  const t = useT();
  const change = useDesk();
  const known = useCall('documents.facets', {}).data?.tags ?? [];
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = (text: string): void => {
    const tag = zTag.safeParse(text);
    if (!tag.success) {
      setWrong(text.trim() !== '');
      return;
    }
    if (!tags.includes(tag.data)) change({ ids: [id] }, { addTags: [tag.data] });
    setTyped('');
    setWrong(false);
  };
  return (
    <div className={classes.tags} data-testid="doc-tags">
      {tags.map((tag) => (
        <span key={tag} className={classes.tag} data-testid="doc-tag">
          <span>{tag}</span>
          <button
            type="button"
            aria-label={t('documentPreview.removeTag', { tag })}
            title={t('documentPreview.removeTag', { tag })}
            onClick={() => change({ ids: [id] }, { removeTags: [tag] })}
          >
            <IconX size={12} aria-hidden />
          </button>
        </span>
      ))}
      <Autocomplete
        className={classes.add}
        size="xs"
        leftSection={<IconTag size={12} aria-hidden />}
        aria-label={t('documentPreview.addTag')}
        placeholder={t('documentPreview.addTag')}
        data={known.map(({ tag }) => tag).filter((tag) => !tags.includes(tag))}
        limit={8}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setWrong(false);
        }}
        onOptionSubmit={(value) => {
          add(value);
          // The field writes the chosen value after this.
          queueMicrotask(() => setTyped(''));
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add(typed);
        }}
        error={wrong ? t('documentPreview.tagWrong') : undefined}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        data-testid="doc-tag-add"
      />
    </div>
  );
}
