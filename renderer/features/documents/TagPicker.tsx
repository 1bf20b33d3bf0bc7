import { IconMinus, IconPlus, IconSquare, IconSquareCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { DeskChange } from '#shared/contract/desk.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';
import { matches } from '../../ui/match.ts';
import { Picker, type PickerOption } from '../../ui/Picker.tsx';
import { asTag, tagStates } from './tag-states.ts';

const ICONS = { all: IconSquareCheck, some: IconMinus, none: IconSquare } as const;

export interface TagPickerProps {
  readonly count: number;
  /** Those of the documents that are known here. */
  readonly rows: readonly DocumentRow[];
  readonly onChange: (change: DeskChange) => void;
  readonly onClose: () => void;
}

/** Adds and removes tags; a word that is no tag yet becomes one. */
export function TagPicker({ count, rows, onChange, onClose }: TagPickerProps): ReactNode {
  const t = useT();
  const known = useCall('documents.facets', {}).data?.tags ?? [];
  const [made, setMade] = useState<readonly string[]>([]);
  const states = tagStates(rows);
  const tags = [...new Set([...states.keys(), ...made, ...known.map(({ tag }) => tag)])];
  const optionsFor = (typed: string): PickerOption[] => {
    const found = tags
      .filter((tag) => matches(tag, typed))
      .map((tag): PickerOption => {
        const state = states.get(tag) ?? 'none';
        const Icon = ICONS[state];
        return {
          key: tag,
          label: tag,
          mark: <Icon size={16} aria-hidden />,
          checked: state === 'all',
          hint: state === 'some' ? t('documentsDesk.tagPartly') : undefined,
        };
      });
    const tag = asTag(typed);
    if (tag === null || tags.includes(tag)) return found;
    return [...found, { key: tag, label: t('documentsDesk.newTag', { tag }), mark: <IconPlus size={16} aria-hidden />, checked: false }];
  };
  const pick = (tag: string): void => {
    setMade((before) => [...before, tag]);
    onChange(states.get(tag) === 'all' ? { removeTags: [tag] } : { addTags: [tag] });
  };
  return (
    <Picker
      title={t('documentsDesk.tagTitle', { count, shown: formatCount(count) })}
      placeholder={t('documentsDesk.tagHint')}
      optionsFor={optionsFor}
      onPick={pick}
      onClose={onClose}
      several
      empty={t(tags.length === 0 ? 'documentsDesk.noTags' : 'documentsDesk.tagBad')}
      testId="doc-tags"
    />
  );
}
