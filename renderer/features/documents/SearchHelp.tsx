import { ActionIcon, Popover } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/context.tsx';
import classes from './SearchHelp.module.css';

/** What can be written; each has an example and what it means. */
const FORMS = ['words', 'phrase', 'or', 'not', 'client', 'type', 'due', 'dueOn', 'amount', 'status'] as const;

/** The language of the search field, by example. */
export function SearchHelp(): ReactNode {
  const t = useT();
  return (
    <Popover width={540} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={22} aria-label={t('documentsList.searchHelp')} data-testid="doc-search-help">
          <IconHelp size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.help ?? ''} aria-label={t('documentsList.searchHelp')} tabIndex={-1} data-autofocus>
        <dl className={classes.forms}>
          {FORMS.map((form) => (
            <div key={form} className={classes.form}>
              <dt>
                <code>{t(`documentsList.searchHelp.${form}.example`)}</code>
              </dt>
              <dd>{t(`documentsList.searchHelp.${form}`)}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
