import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { CLIENT_FIELDS, type ClientField, type ColumnMapping } from '#shared/contract/client-import.ts';
import type { Output } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatCount } from '../../../i18n/format.ts';
import { Failure } from '../../../ui/Failure.tsx';
import classes from './Import.module.css';
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
  const fieldOf = (index: number): ClientField | undefined => CLIENT_FIELDS.find((field) => mapping[field] === index);
  return (
    <>
      <p className={classes.quiet}>{t('clientImportView.columnsText', { count: table.rows, shown: formatCount(table.rows) })}</p>
      <div className={classes.scroll}>
        <table className={classes.table} data-testid="import-columns">
          <thead>
            <tr>
              <th scope="col">{t('clientImportView.column')}</th>
              <th scope="col">{t('clientImportView.samples')}</th>
              <th scope="col">{t('clientImportView.field')}</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map(({ index, heading, samples }) => (
              <tr key={index} data-used={fieldOf(index) ? true : undefined}>
                <td>{heading || t('clientImportView.noHeading', { number: index + 1 })}</td>
                <td className={classes.samples}>{samples.join(' · ')}</td>
                <td>
                  <NativeSelect
                    aria-label={t('clientImportView.fieldOf', { column: heading || String(index + 1) })}
                    value={fieldOf(index) ?? ''}
                    onChange={(event) =>
                      onMapping(withField(mapping, index, CLIENT_FIELDS.find((one) => one === event.currentTarget.value) ?? null))
                    }
                    data={[
                      { value: '', label: t('clientImportView.unused') },
                      ...CLIENT_FIELDS.map((field) => ({ value: field, label: t(`clientImportView.field.${field}`) })),
                    ]}
                    data-testid={`import-column-${index}`}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {error && <Failure error={error} />}
      <div className={classes.actions}>
        {mapping.enterpriseNumber === undefined && <span className={classes.warn}>{t('clientImportView.numberNeeded')}</span>}
        <Button onClick={onBack}>{t('clientImportView.another')}</Button>
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
