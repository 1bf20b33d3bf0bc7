import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { useLockNow } from '../lock/use-lock-now.ts';
import { Initials } from '../people/Initials.tsx';
import { useSwitchUser } from '../people/use-switch-user.tsx';
import classes from './UserMenu.module.css';

/** Who works now. */
export function UserMenu(): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const list = useCall('users.list', {}).data;
  const { switchTo, dialog } = useSwitchUser();
  const lockNow = useLockNow();
  const current = list?.users.find((user) => user.id === list.currentId);
  if (!list || !current) return null;
  return (
    <>
      <Menu width={240}>
        <Menu.Target>
          <button type="button" className={classes.user} aria-label={t('frame.workingAs', { name: current.name })} data-testid="user-menu">
            <Initials of={current.initials} />
            <span className={classes.name}>{current.name}</span>
            <IconChevronDown size={12} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('frame.switchUser')}</Menu.Label>
          {list.users
            .filter((user) => user.active)
            .map((user) => (
              <Menu.Item
                key={user.id}
                onClick={() => user.id !== list.currentId && switchTo(user)}
                rightSection={
                  user.id === list.currentId ? (
                    <IconCheck size={14} aria-hidden />
                  ) : user.hasPin ? (
                    <IconLock size={14} aria-label={t('users.pinOn')} />
                  ) : null
                }
                data-testid={`user-${user.initials}`}
              >
                {user.name} <span className={classes.role}>{t(`settingsView.role.${user.role}`)}</span>
              </Menu.Item>
            ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconLock size={14} aria-hidden />}
            rightSection={<span className={classes.role}>{t('lock.key')}</span>}
            onClick={lockNow}
            data-testid="user-lock"
          >
            {t('lock.now')}
          </Menu.Item>
          <Menu.Item onClick={() => navigate('/settings/users')}>{t('frame.manageUsers')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
