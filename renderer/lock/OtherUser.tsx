import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LockStatus } from '#shared/contract/lock.ts';
import { useT } from '../i18n/context.tsx';
import { Initials } from '../people/Initials.tsx';
import classes from './LockScreen.module.css';

export interface OtherUserProps {
  readonly people: LockStatus['others'];
  readonly onChoose: (id: string) => void;
}

/** Others with a PIN of their own, who may take the place of who left. */
export function OtherUser({ people, onChoose }: OtherUserProps): ReactNode {
  const t = useT();
  if (people.length === 0) return null;
  return (
    <Menu position="bottom" width={240} returnFocus={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          className={classes.way ?? ''}
          rightSection={<IconChevronDown size={12} aria-hidden />}
          data-testid="lock-other"
        >
          {t('lock.other')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {people.map(({ id, name, initials }) => (
          <Menu.Item key={id} onClick={() => onChoose(id)} leftSection={<Initials of={initials} />} data-testid={`lock-user-${initials}`}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
