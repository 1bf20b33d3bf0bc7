import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ColumnMapping } from '#shared/contract/client-import.ts';
import type { Output } from '#shared/contract/index.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import classes from '../../../ui/TableSteps.module.css';
import { ChooseFile } from './ChooseFile.tsx';
import { Columns } from './Columns.tsx';
import { Done } from './Done.tsx';
import { Preview } from './Preview.tsx';

type Table = Output<'clientImport.read'>;

/** A client list from a spreadsheet, in three steps: its columns, what would become of each row, done. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const read = useAct('clientImport.read');
  const preview = useAct('clientImport.preview');
  const apply = useAct('clientImport.apply');
  const [table, setTable] = useState<Table | null>(null);
  const [mapping, setMapping] = useState<ColumnMapping>({});

  const take = async (file: File): Promise<void> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    read.mutate(
      { bytes, fileName: file.name.slice(0, 255) },
      {
        onSuccess: (answer) => {
          setTable(answer);
          setMapping(answer.mapping);
        },
      },
    );
  };
  const again = (): void => {
    setTable(null);
    for (const act of [read, preview, apply]) act.reset();
  };
  const step = !table ? 'file' : apply.data ? 'done' : preview.data ? 'preview' : 'columns';
  return (
    <Modal
      opened
      onClose={onClose}
      size={step === 'file' ? 620 : 1040}
      title={t(`clientImportView.title.${step}`)}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      data-testid={`import-step-${step}`}
    >
      <div className={classes.dialog}>
        {step === 'file' && <ChooseFile busy={read.isPending} onFile={(file) => void take(file)} />}
        {step === 'file' && read.error && <Failure error={read.error}>{t('clientImportView.kept')}</Failure>}
        {step === 'columns' && table && (
          <Columns
            table={table}
            mapping={mapping}
            onMapping={setMapping}
            busy={preview.isPending}
            error={preview.error}
            onBack={again}
            onNext={() => preview.mutate({ tableId: table.tableId, mapping })}
          />
        )}
        {step === 'preview' && table && preview.data && (
          <Preview
            preview={preview.data}
            busy={apply.isPending}
            error={apply.error}
            onBack={() => preview.reset()}
            onNext={() => apply.mutate({ tableId: table.tableId, mapping })}
          />
        )}
        {step === 'done' && apply.data && <Done counts={apply.data.counts} />}
        {step === 'done' && (
          <div className={classes.actions}>
            <Button onClick={again}>{t('tables.another')}</Button>
            <Button variant="filled" onClick={onClose} data-autofocus data-testid="import-close">
              {t('frame.close')}
            </Button>
          </div>
        )}
      </div>
    </Modal>
  );
}
