import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { isAtLeast, leastRoleOf } from '#shared/domain/roles.ts';
import { useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatInstant } from '../../../i18n/format.ts';
import { useSwitchUser } from '../../../people/use-switch-user.tsx';
import { Facts } from '../../../ui/Facts.tsx';

/** Who prepared and who approved, and the bytes they stand for. */
export function ApprovalFacts({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const { mode, preparedBy, approvedBy, approvedAt } = view.approval;
  return (
    <Facts
      items={[
        [t('vatPathView.approval'), t(`vatPathView.mode.${mode}`)],
        [t('vatPathView.preparedBy'), preparedBy],
        [
          t('vatPathView.approvedBy'),
          approvedBy && (approvedAt ? t('vatPathView.approvedAt', { who: approvedBy, at: formatInstant(approvedAt) }) : approvedBy),
        ],
      ]}
    />
  );
}

/** People who may approve what the current one may not: the return stays open while the user changes. */
export function SwitchUser({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const list = useCall('users.list', {}).data;
  const { switchTo, dialog } = useSwitchUser();
  const { mode, preparedBy } = view.approval;
  const others = (list?.users ?? []).filter(
    (user) =>
      user.active &&
      user.id !== list?.currentId &&
      (mode === 'off' || user.name !== preparedBy) &&
      isAtLeast(user.role, mode === 'partner' ? 'partner' : leastRoleOf('vat.approve')),
  );
  if (others.length === 0) return null;
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button data-testid="approval-switch">{t('vatPathView.switchUser')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('vatPathView.switchText')}</Menu.Label>
          {others.map((user) => (
            <Menu.Item key={user.id} onClick={() => switchTo(user)} data-testid={`approval-as-${user.initials}`}>
              {user.name} · {t(`settingsView.role.${user.role}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
