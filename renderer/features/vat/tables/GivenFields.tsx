import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { VatMapping } from '#shared/contract/vat-tables.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { asks, type Given, maySay, periodsNear } from './given.ts';
import classes from './Tables.module.css';

export interface GivenFieldsProps {
  readonly mapping: VatMapping;
  readonly said: Output<'vatTable.read'>['said'];
  readonly given: Given;
  readonly onGiven: (given: Given) => void;
}

/** Client and period, for what lines and columns do not say. */
export function GivenFields({ mapping, said, given, onGiven }: GivenFieldsProps): ReactNode {
  const t = useT();
  const asked = asks(mapping);
  const today = useCall('app.status', {}).data?.today;
  const clients = useCall('clients.list', {}, { enabled: asked.client }).data?.clients ?? [];
  const collator = new Intl.Collator(t.locale);
  const sorted = clients.filter(({ archived }) => !archived).sort((a, b) => collator.compare(a.name, b.name));
  const nothing = t(maySay(mapping) ? 'vatTablesView.asInTable' : 'vatTablesView.choose');
  if (!asked.client && !asked.period) return null;
  return (
    <div className={classes.given}>
      {asked.client && (
        <NativeSelect
          label={t('vatTablesView.client')}
          value={given.clientId}
          onChange={(event) => onGiven({ ...given, clientId: event.currentTarget.value })}
          data={[
            {
              value: '',
              label: said.enterpriseNumber ? t('vatTablesView.said', { what: formatEnterpriseNumber(said.enterpriseNumber) }) : nothing,
            },
            ...sorted.map(({ id, name, enterpriseNumber }) => ({
              value: id,
              label: `${name} · ${formatEnterpriseNumber(enterpriseNumber)}`,
            })),
          ]}
          data-testid="table-client"
        />
      )}
      {asked.period && (
        <NativeSelect
          label={t('vatTablesView.period')}
          value={given.periodKey}
          onChange={(event) => onGiven({ ...given, periodKey: event.currentTarget.value })}
          data={[
            { value: '', label: said.periodKey ? t('vatTablesView.said', { what: formatPeriod(said.periodKey, t) }) : nothing },
            ...(today ? periodsNear(today) : []).map((key) => ({ value: key, label: formatPeriod(key, t) })),
          ]}
          data-testid="table-period"
        />
      )}
    </div>
  );
}
