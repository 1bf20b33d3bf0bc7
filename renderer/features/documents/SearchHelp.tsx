import { ActionIcon, Popover } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { useT } from '../../i18n/context.tsx';
import classes from './SearchHelp.module.css';

/** What can be written, and what it means. */
const FORMS: readonly (readonly [example: string, meaning: MessageKey])[] = [
  ['avis amende', 'documentsList.searchHelp.words'],
  ['"mise en demeure"', 'documentsList.searchHelp.phrase'],
  ['sommation OR aanmaning', 'documentsList.searchHelp.or'],
  ['client:delcourt', 'documentsList.searchHelp.client'],
  ['type:recovery', 'documentsList.searchHelp.type'],
  ['due:<2026-12-01', 'documentsList.searchHelp.due'],
  ['amount:>1000', 'documentsList.searchHelp.amount'],
  ['status:todo', 'documentsList.searchHelp.status'],
];

/** The language of the search field, by example. */
export function SearchHelp(): ReactNode {
  const t = useT();
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={22} aria-label={t('documentsList.searchHelp')} data-testid="doc-search-help">
          <IconHelp size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.help ?? ''} aria-label={t('documentsList.searchHelp')} tabIndex={-1} data-autofocus>
        <dl className={classes.forms}>
          {FORMS.map(([example, meaning]) => (
            <div key={example} className={classes.form}>
              <dt>
                <code>{example}</code>
              </dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
