import { Button, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { VatMapping } from '#shared/contract/vat-tables.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import { GRIDS_BY_NUMBER, gridInfo } from '#shared/vat/grids.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatCount } from '../../../i18n/format.ts';
import { ColumnTable } from '../../../ui/ColumnTable.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import steps from '../../../ui/TableSteps.module.css';
import { GivenFields } from './GivenFields.tsx';
import { type Given, wanting } from './given.ts';
import { choicesOf, FIELDS, holdsOf, LAYOUTS, missing, withHolds } from './mapping.ts';
import classes from './Tables.module.css';

export interface MappingStepProps {
  readonly table: Output<'vatTable.read'>;
  readonly mapping: VatMapping;
  readonly onMapping: (mapping: VatMapping) => void;
  readonly given: Given;
  readonly onGiven: (given: Given) => void;
  readonly busy: boolean;
  readonly error: GuichetError | null;
  readonly onNext: () => void;
  readonly onClose: () => void;
}

/** How the table is read. Guichet's guess, or how it was read the last time, is filled in. */
export function MappingStep({ table, mapping, onMapping, given, onGiven, busy, error, onNext, onClose }: MappingStepProps): ReactNode {
  const t = useT();
  const lacks = missing(mapping) ?? wanting(mapping, table.said, given);
  const choices = choicesOf(mapping.layout);
  const labelOf = (choice: (typeof choices)[number]): string => {
    const field = FIELDS.find((each) => each === choice);
    if (field) return t(`vatTablesView.field.${field}`);
    const grid = GRIDS_BY_NUMBER.find((each) => each === choice);
    return grid ? `${grid} · ${gridInfo(grid).label[t.locale]}` : choice;
  };
  return (
    <>
      <p className={steps.quiet}>
        {t('vatTablesView.rows', { count: table.rows, shown: formatCount(table.rows) })}{' '}
        {t(table.known ? 'vatTablesView.known' : 'vatTablesView.guessed')}
        {table.otherSheets > 0 && ` ${t('vatTablesView.otherSheets', { count: table.otherSheets })}`}
      </p>
      <SegmentedControl
        size="xs"
        className={steps.tabs ?? ''}
        value={mapping.layout}
        onChange={(value) => onMapping({ ...mapping, layout: LAYOUTS.find((one) => one === value) ?? mapping.layout })}
        data={LAYOUTS.map((layout) => ({ value: layout, label: t(`vatTablesView.layout.${layout}`) }))}
        aria-label={t('vatTablesView.layout')}
        data-testid="table-layout"
      />
      <GivenFields mapping={mapping} said={table.said} given={given} onGiven={onGiven} />
      <div className={classes.columns}>
        <ColumnTable
          columns={table.columns}
          options={choices.map((choice) => ({ value: choice, label: labelOf(choice) }))}
          holds={(index) => holdsOf(mapping, index)}
          onHolds={(index, value) => onMapping(withHolds(mapping, index, choices.find((choice) => choice === value) ?? ''))}
        />
      </div>
      {error && <Failure error={error}>{t('vatTablesView.kept')}</Failure>}
      <div className={steps.actions}>
        {lacks && <span className={steps.warn}>{t(`vatTablesView.lacks.${lacks}`)}</span>}
        <Button onClick={onClose}>{t('frame.close')}</Button>
        <Button variant="filled" disabled={lacks !== null} loading={busy} onClick={onNext} data-autofocus data-testid="table-preview">
          {t('vatTablesView.check')}
        </Button>
      </div>
    </>
  );
}
