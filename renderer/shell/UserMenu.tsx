import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useAct, useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { useProblem } from '../ui/use-problem.ts';
import classes from './UserMenu.module.css';

/** Who works now. */
export function UserMenu(): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const list = useCall('users.list', {}).data;
  const change = useAct('users.switch');
  const current = list?.users.find((user) => user.id === list.currentId);
  if (!list || !current) return null;
  return (
    <Menu width={240}>
      <Menu.Target>
        <button type="button" className={classes.user} aria-label={t('frame.workingAs', { name: current.name })} data-testid="user-menu">
          <span className={classes.initials} aria-hidden>
            {current.initials}
          </span>
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
              onClick={() => change.mutate({ id: user.id }, { onError: problem })}
              rightSection={user.id === list.currentId ? <IconCheck size={14} aria-hidden /> : null}
              data-testid={`user-${user.initials}`}
            >
              {user.name} <span className={classes.role}>{t(`settingsView.role.${user.role}`)}</span>
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item onClick={() => navigate('/settings/users')}>{t('frame.manageUsers')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
