import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ClientRow } from '#shared/contract/clients.ts';
import { formatEnterpriseNumber, parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { Failure } from '../../ui/Failure.tsx';
import classes from './ClientForm.module.css';

interface Fields {
  enterpriseNumber: string;
  name: string;
  regime: '' | 'month' | 'quarter';
  language: Locale;
  street: string;
  postCode: string;
  city: string;
  countryCode: string;
  email: string;
  phone: string;
  folderCode: string;
}

function fieldsOf(client: ClientRow | null, language: Locale): Fields {
  return {
    enterpriseNumber: client ? formatEnterpriseNumber(client.enterpriseNumber) : '',
    name: client?.name ?? '',
    regime: client?.regime ?? '',
    language: client?.language ?? language,
    street: client?.street ?? '',
    postCode: client?.postCode ?? '',
    city: client?.city ?? '',
    countryCode: client?.countryCode ?? 'BE',
    email: client?.email ?? '',
    phone: client?.phone ?? '',
    folderCode: client?.folderCode ?? '',
  };
}

/** Adds or changes a client. The number is checked as it is typed. */
export function ClientForm({ client, onClose }: { readonly client: ClientRow | null; readonly onClose: () => void }): ReactNode {
  const t = useT();
  const save = useAct('clients.save');
  // The state this form was filled from: a change by somebody else meanwhile must not be overwritten unseen.
  const [version] = useState(client?.version);
  const form = useForm<Fields>({ defaultValues: fieldsOf(client, t.locale), mode: 'onChange' });
  const { errors } = form.formState;
  const number = parseEnterpriseNumber(form.watch('enterpriseNumber'));
  const submit = form.handleSubmit((fields) => {
    save.mutate(
      { ...fields, regime: fields.regime || null, ...(client && version !== undefined ? { id: client.id, version } : {}) },
      { onSuccess: onClose },
    );
  });
  const text = (name: 'street' | 'postCode' | 'city' | 'countryCode' | 'email' | 'phone') => (
    <TextInput label={t(`clientsView.field.${name}`)} {...form.register(name)} data-testid={`client-field-${name}`} />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={client ? t('clientsView.editTitle', { name: client.name }) : t('clientsView.add')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <form onSubmit={(event) => void submit(event)} className={classes.form} noValidate>
        <div className={classes.pair}>
          <TextInput
            label={t('clientsView.field.number')}
            description={
              number
                ? t('clientsView.numberRight', { number: formatEnterpriseNumber(number) })
                : errors.enterpriseNumber
                  ? undefined
                  : t('clientsView.numberHint')
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={errors.enterpriseNumber?.message}
            data-autofocus
            required
            {...form.register('enterpriseNumber', {
              validate: (value) => {
                if (parseEnterpriseNumber(value)) return true;
                return t(value.replace(/\D/g, '').length < 9 ? 'clientsView.numberShort' : 'clientsView.numberWrong');
              },
            })}
            data-testid="client-field-number"
          />
          <TextInput
            label={t('clientsView.field.name')}
            error={errors.name?.message}
            required
            {...form.register('name', { validate: (value) => value.trim() !== '' || t('clientsView.nameMissing') })}
            data-testid="client-field-name"
          />
        </div>
        <div className={classes.pair}>
          <NativeSelect
            label={t('clientsView.field.regime')}
            {...form.register('regime')}
            data={[
              { value: '', label: t('clientsView.regime.none') },
              { value: 'month', label: t('clientsView.regime.month') },
              { value: 'quarter', label: t('clientsView.regime.quarter') },
            ]}
            data-testid="client-field-regime"
          />
          <NativeSelect
            label={t('clientsView.field.language')}
            {...form.register('language')}
            data={LOCALES.map((locale) => ({ value: locale, label: t(`settingsView.language.${locale}`) }))}
          />
        </div>
        {text('street')}
        <div className={classes.place}>
          {text('postCode')}
          {text('city')}
          {text('countryCode')}
        </div>
        <div className={classes.pair}>
          {text('email')}
          {text('phone')}
        </div>
        <TextInput
          label={t('clientActions.field.folderCode')}
          description={t('clientActions.folderCodeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={40}
          {...form.register('folderCode')}
          data-testid="client-field-folderCode"
        />
        {save.error && <Failure error={save.error}>{t('clientsView.notSaved')}</Failure>}
        <div className={classes.actions}>
          <Button onClick={onClose}>{t('frame.back')}</Button>
          <Button type="submit" variant="filled" loading={save.isPending} data-testid="client-save">
            {t(client ? 'clientsView.save' : 'clientsView.add')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
