import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../i18n/context.tsx';
import classes from './TableSteps.module.css';

export interface ColumnTableProps {
  readonly columns: readonly { readonly index: number; readonly heading: string; readonly samples: readonly string[] }[];
  /** What a column can hold. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What a column holds, empty for nothing. */
  readonly holds: (index: number) => string;
  readonly onHolds: (index: number, value: string) => void;
}

/** The columns of a table that is being taken over, each with samples and what it holds. */
export function ColumnTable({ columns, options, holds, onHolds }: ColumnTableProps): ReactNode {
  const t = useT();
  const data = [{ value: '', label: t('tables.unused') }, ...options];
  return (
    <div className={classes.scroll}>
      <table className={classes.table} data-testid="import-columns">
        <thead>
          <tr>
            <th scope="col">{t('tables.column')}</th>
            <th scope="col">{t('tables.samples')}</th>
            <th scope="col">{t('tables.holds')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ index, heading, samples }) => (
            <tr key={index} data-used={holds(index) !== '' || undefined}>
              <td>{heading || t('tables.noHeading', { number: index + 1 })}</td>
              <td className={classes.samples}>{samples.join(' · ')}</td>
              <td>
                <NativeSelect
                  aria-label={t('tables.holdsOf', { column: heading || String(index + 1) })}
                  value={holds(index)}
                  onChange={(event) => onHolds(index, event.currentTarget.value)}
                  data={data}
                  data-testid={`import-column-${index}`}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
