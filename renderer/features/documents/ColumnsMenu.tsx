import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconColumns3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/context.tsx';
import { useScreen } from '../../state/screen.ts';
import classes from './ColumnsMenu.module.css';
import { type ColumnId, menuOrder, moved, toggled } from './column-order.ts';
import { columnName } from './columns.tsx';

/** Which columns the list has, and in which order. */
export function ColumnsMenu({ shown }: { readonly shown: readonly ColumnId[] }): ReactNode {
  const t = useT();
  const chosen = useScreen((screen) => screen.columns.documents);
  const setColumns = useScreen((screen) => screen.setColumns);
  const set = (columns: readonly ColumnId[]): void => setColumns('documents', columns);
  return (
    <Popover width={300} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('documentsDesk.columns')}>
          <ActionIcon aria-label={t('documentsDesk.columns')} data-testid="doc-columns">
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu ?? ''} aria-label={t('documentsDesk.columns')}>
        <ul className={classes.list}>
          {menuOrder(shown).map((id) => {
            const name = columnName(id, t);
            const on = shown.includes(id);
            return (
              <li key={id} className={classes.item}>
                <Checkbox
                  className={classes.name ?? ''}
                  label={name}
                  checked={on}
                  disabled={id === 'label'}
                  onChange={() => set(toggled(shown, id))}
                  data-testid={`doc-column-${id}`}
                />
                {on && id !== 'label' && (
                  <>
                    <ActionIcon size={24} aria-label={t('documentsDesk.columnUp', { name })} onClick={() => set(moved(shown, id, -1))}>
                      <IconArrowLeft size={14} />
                    </ActionIcon>
                    <ActionIcon size={24} aria-label={t('documentsDesk.columnDown', { name })} onClick={() => set(moved(shown, id, 1))}>
                      <IconArrowRight size={14} />
                    </ActionIcon>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <div className={classes.foot}>
          <span>{t('documentsDesk.columnsNote')}</span>
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={!chosen}
            onClick={() => setColumns('documents', null)}
            data-testid="doc-columns-auto"
          >
            {t('documentsDesk.columnsAuto')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
