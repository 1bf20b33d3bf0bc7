import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { CLIENT_FIELDS, type ColumnMapping } from '#shared/contract/client-import.ts';
import type { Output } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatCount } from '../../../i18n/format.ts';
import { ColumnTable } from '../../../ui/ColumnTable.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import classes from '../../../ui/TableSteps.module.css';
import { withField } from './mapping.ts';

export interface ColumnsProps {
  readonly table: Output<'clientImport.read'>;
  readonly mapping: ColumnMapping;
  readonly onMapping: (mapping: ColumnMapping) => void;
  readonly busy: boolean;
  readonly error: GuichetError | null;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** Which column of the list is what. Guichet's guess is filled in. */
export function Columns({ table, mapping, onMapping, busy, error, onBack, onNext }: ColumnsProps): ReactNode {
  const t = useT();
  return (
    <>
      <p className={classes.quiet}>{t('clientImportView.columnsText', { count: table.rows, shown: formatCount(table.rows) })}</p>
      <ColumnTable
        columns={table.columns}
        options={CLIENT_FIELDS.map((field) => ({ value: field, label: t(`clientImportView.field.${field}`) }))}
        holds={(index) => CLIENT_FIELDS.find((field) => mapping[field] === index) ?? ''}
        onHolds={(index, value) => onMapping(withField(mapping, index, CLIENT_FIELDS.find((field) => field === value) ?? null))}
      />
      {error && <Failure error={error} />}
      <div className={classes.actions}>
        {mapping.enterpriseNumber === undefined && <span className={classes.warn}>{t('clientImportView.numberNeeded')}</span>}
        <Button onClick={onBack}>{t('tables.another')}</Button>
        <Button
          variant="filled"
          disabled={mapping.enterpriseNumber === undefined}
          loading={busy}
          onClick={onNext}
          data-testid="import-preview"
        >
          {t('clientImportView.check', { count: table.rows, shown: formatCount(table.rows) })}
        </Button>
      </div>
    </>
  );
}
