import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DeskChange } from '#shared/contract/desk.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';
import classes from '../../ui/ListBar.module.css';

export interface SelectionBarProps {
  readonly count: number;
  readonly total: number;
  readonly onChooseAll: () => void;
  readonly onChange: (change: DeskChange) => void;
  readonly onAssign: () => void;
  readonly onTag: () => void;
  readonly onClear: () => void;
}

/** What can be done with the chosen documents; it stands where the count was, so that nothing moves. */
export function SelectionBar(props: SelectionBarProps): ReactNode {
  const t = useT();
  const { count, total, onChange } = props;
  const shown = formatCount(count);
  const more: readonly (readonly [name: string, label: string, change: DeskChange])[] = [
    ['new', t('documentsDesk.markNew'), { work: 'new' }],
    ['seen', t('documentsDesk.markSeen'), { seen: true }],
    ['unseen', t('documentsDesk.markUnseen'), { seen: false }],
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a bar of actions, not a form's part
    <div role="group" className={classes.bar} data-chosen aria-label={t('documentsDesk.actions')} data-testid="doc-selection">
      <span className={classes.count} role="status">
        {t(count >= total ? 'documentsDesk.chosenAll' : 'documentsDesk.chosen', { count, shown })}
      </span>
      {count < total && (
        <Button variant="subtle" onClick={props.onChooseAll} data-testid="doc-choose-all">
          {t('documentsDesk.chooseAll', { count: formatCount(total) })}
        </Button>
      )}
      <Button variant="filled" onClick={() => onChange({ work: 'done' })} data-testid="doc-mark-done">
        {t('documentsDesk.markDone', { count, shown })}
      </Button>
      <Button onClick={() => onChange({ work: 'todo' })} data-testid="doc-mark-todo">
        {t('documentsDesk.markTodo')}
      </Button>
      <Button onClick={props.onAssign} data-testid="doc-mark-assign">
        {t('documentsDesk.assign')}
      </Button>
      <Button onClick={props.onTag} data-testid="doc-mark-tag">
        {t('documentsDesk.tag')}
      </Button>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t('documentsDesk.more')} data-testid="doc-mark-more">
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {more.map(([name, label, change]) => (
            <Menu.Item key={name} onClick={() => onChange(change)} data-testid={`doc-mark-${name}`}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={t('documentsDesk.unchoose')}>
        <ActionIcon
          className={classes.end ?? ''}
          aria-label={t('documentsDesk.unchoose')}
          onClick={props.onClear}
          data-testid="doc-unchoose"
        >
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
