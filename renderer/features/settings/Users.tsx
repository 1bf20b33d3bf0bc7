import { Button, NativeSelect, TextInput, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Role, User } from '#shared/contract/users.ts';
import { initialsOf } from '#shared/domain/initials.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { MayButton } from '../../people/MayButton.tsx';
import { useMay } from '../../people/use-may.ts';
import { isUnnamed } from '../../state/user-name.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import classes from './SettingsView.module.css';
import { UserPin } from './UserPin.tsx';

const ROLES: readonly Role[] = ['assistant', 'accountant', 'partner'];

/** Who works here, so that each row can say who did it. */
export function Users(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const list = useCall('users.list', {}).data;
  const save = useAct('users.save');
  const { may, why } = useMay('users.save');
  const [edited, setEdited] = useState<User | null>(null);
  const [pinOf, setPinOf] = useState<User | null>(null);
  if (!list) return <Waiting rows={4} />;
  return (
    <div>
      <p className={classes.text}>{t('settingsView.usersText')}</p>
      <p className={classes.text}>{t('users.rolesText')}</p>
      {list.users.some(isUnnamed) && (
        <p className={classes.text} data-testid="users-unnamed">
          {t('settingsView.unnamed')}
        </p>
      )}
      <table className={classes.users} data-testid="users">
        <thead>
          <tr>
            <th scope="col">{t('settingsView.user.name')}</th>
            <th scope="col">{t('settingsView.user.initials')}</th>
            <th scope="col">{t('settingsView.user.role')}</th>
            <th scope="col">{t('users.pin')}</th>
            <th scope="col">
              <VisuallyHidden>{t('frame.actions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.users.map((user) => (
            <tr key={user.id} data-off={!user.active || undefined} data-testid="user-row">
              <td>
                {user.name} {user.id === list.currentId && <Chip tone="accent">{t('settingsView.user.you')}</Chip>}
              </td>
              <td>{user.initials}</td>
              <td>{t(`settingsView.role.${user.role}`)}</td>
              <td data-testid="user-pin-state">{t(user.hasPin ? 'users.pinOn' : 'users.pinOff')}</td>
              <td>
                <div className={classes.userActions}>
                  {(may || user.id === list.currentId) && (
                    <Button variant="subtle" color="gray" onClick={() => setPinOf(user)} data-testid="user-set-pin">
                      {t(user.hasPin ? 'users.pinChange' : 'users.pinSet')}
                    </Button>
                  )}
                  <MayButton needs="users.save" variant="subtle" color="gray" onClick={() => setEdited(user)}>
                    {t('clientsView.edit')}
                  </MayButton>
                  {user.id !== list.currentId && (
                    <MayButton
                      needs="users.save"
                      variant="subtle"
                      color="gray"
                      onClick={() => save.mutate({ ...user, active: !user.active }, { onError: problem })}
                      data-testid="user-toggle"
                    >
                      {t(user.active ? 'settingsView.user.off' : 'settingsView.user.on')}
                    </MayButton>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {may && <UserForm key={edited?.id ?? 'new'} user={edited} onDone={() => setEdited(null)} />}
      {!may && <p className={classes.text}>{why}</p>}
      {pinOf && <UserPin user={pinOf} isOwn={pinOf.id === list.currentId} onClose={() => setPinOf(null)} />}
    </div>
  );
}

interface Fields {
  name: string;
  initials: string;
  role: Role;
}

function UserForm({ user, onDone }: { readonly user: User | null; readonly onDone: () => void }): ReactNode {
  const t = useT();
  const save = useAct('users.save');
  const form = useForm<Fields>({
    defaultValues: { name: user?.name ?? '', initials: user?.initials ?? '', role: user?.role ?? 'assistant' },
  });
  const { errors, dirtyFields } = form.formState;
  const submit = form.handleSubmit((fields) =>
    save.mutate(
      { ...fields, ...(user ? { id: user.id, active: user.active } : {}) },
      {
        onSuccess: () => {
          form.reset();
          onDone();
        },
      },
    ),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.form}>
        <TextInput
          label={t('settingsView.user.name')}
          error={errors.name?.message}
          {...form.register('name', {
            onChange: () => {
              // Initials follow the name until somebody types others.
              if (!dirtyFields.initials) form.resetField('initials', { defaultValue: initialsOf(form.getValues('name')) });
            },
            validate: (value) => value.trim() !== '' || t('settingsView.user.nameMissing'),
          })}
          data-testid="user-name"
        />
        <TextInput
          label={t('settingsView.user.initials')}
          maxLength={4}
          error={errors.initials?.message}
          {...form.register('initials', { validate: (value) => value.trim() !== '' || t('settingsView.user.initialsMissing') })}
          data-testid="user-initials"
        />
        <NativeSelect
          label={t('settingsView.user.role')}
          {...form.register('role')}
          data={ROLES.map((role) => ({ value: role, label: t(`settingsView.role.${role}`) }))}
          data-testid="user-role"
        />
        <div className={classes.userActions}>
          <MayButton needs="users.save" type="submit" variant="filled" h={32} loading={save.isPending} data-testid="user-save">
            {t(user ? 'settingsView.user.save' : 'settingsView.user.add')}
          </MayButton>
          {user && (
            <Button h={32} onClick={onDone}>
              {t('frame.back')}
            </Button>
          )}
        </div>
      </div>
      {save.error && <Failure error={save.error} />}
    </form>
  );
}
