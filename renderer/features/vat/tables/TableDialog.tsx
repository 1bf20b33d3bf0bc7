import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Output } from '#shared/contract/index.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatCount } from '../../../i18n/format.ts';
import { Failure } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import steps from '../../../ui/TableSteps.module.css';
import { countsOf } from './counts.ts';
import { asks, type Given } from './given.ts';
import { MappingStep } from './MappingStep.tsx';
import { ReturnRows } from './ReturnRows.tsx';

/** A table that has been read and waits for somebody to look at it. */
export interface OpenTable {
  readonly fileName: string;
  readonly table: Output<'vatTable.read'>;
}

/** VAT figures of a spreadsheet, in three steps: how it is read, what would become of each return, done. */
export function TableDialog({ fileName, table, onClose }: OpenTable & { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const preview = useAct('vatTable.preview');
  const apply = useAct('vatTable.apply');
  const [mapping, setMapping] = useState(table.mapping);
  const [given, setGiven] = useState<Given>({ clientId: '', periodKey: '' });
  const asked = asks(mapping);
  const input = {
    tableId: table.tableId,
    mapping,
    ...(asked.client && given.clientId ? { clientId: given.clientId } : {}),
    ...(asked.period && given.periodKey ? { periodKey: given.periodKey } : {}),
  };
  const step = apply.data ? 'done' : preview.data ? 'preview' : 'columns';
  const counts = countsOf((apply.data ?? preview.data)?.returns ?? []);
  const writes = counts.create + counts.update;
  const shown = (count: number) => ({ count, shown: formatCount(count) });
  return (
    <Modal
      opened
      onClose={onClose}
      size={1040}
      title={t(`vatTablesView.title.${step}`, { file: fileName })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      data-testid={`table-step-${step}`}
    >
      <div className={steps.dialog}>
        {step === 'columns' && (
          <MappingStep
            table={table}
            mapping={mapping}
            onMapping={setMapping}
            given={given}
            onGiven={setGiven}
            busy={preview.isPending}
            error={preview.error}
            onNext={() => preview.mutate(input)}
            onClose={onClose}
          />
        )}
        {step === 'preview' && preview.data && (
          <>
            {preview.data.returns.length === 0 ? (
              <Notice tone="warn" title={t('vatTablesView.nothing')}>
                {t('vatTablesView.nothingText')}
              </Notice>
            ) : (
              <ReturnRows returns={preview.data.returns} />
            )}
            {apply.error && <Failure error={apply.error}>{t('vatTablesView.kept')}</Failure>}
            <div className={steps.actions}>
              {counts.error > 0 && <span className={steps.warn}>{t('vatTablesView.leftOut', shown(counts.error))}</span>}
              <Button onClick={() => preview.reset()} data-testid="table-back">
                {t('frame.back')}
              </Button>
              <Button
                variant="filled"
                disabled={writes === 0}
                loading={apply.isPending}
                onClick={() => apply.mutate(input)}
                data-autofocus
                data-testid="table-apply"
              >
                {t('vatTablesView.apply', shown(writes))}
              </Button>
            </div>
          </>
        )}
        {step === 'done' && apply.data && (
          <>
            <Notice tone={counts.error > 0 ? 'warn' : 'ok'} title={t('vatTablesView.doneTitle', shown(writes))} testId="table-done">
              {counts.error > 0 && t('vatTablesView.doneErrors', shown(counts.error))}
            </Notice>
            <ReturnRows
              returns={apply.data.returns}
              onOpen={(id) => {
                onClose();
                navigate(`/vat/return/${id}`);
              }}
            />
            <div className={steps.actions}>
              <Button variant="filled" onClick={onClose} data-autofocus data-testid="table-close">
                {t('frame.close')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}
