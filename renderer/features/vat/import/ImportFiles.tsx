import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { TableDialog } from '../tables/TableDialog.tsx';
import classes from './ImportFiles.module.css';
import { ImportResult } from './ImportResult.tsx';
import { useDrop } from './use-drop.ts';
import { useImport } from './use-import.ts';

const ACCEPT = '.xml,.json,.csv,.txt,.tsv,.xlsx,.xls';

/** Reads returns and tables of figures into drafts, by button or by dropping files anywhere on the board. */
export function ImportFiles(): ReactNode {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const { take, busy, outcomes, closeOutcomes, table, closeTable } = useImport();
  const over = useDrop((files) => void take(files));
  return (
    <>
      <Button
        variant="filled"
        leftSection={<IconFileImport size={14} aria-hidden />}
        loading={busy}
        onClick={() => input.current?.click()}
        data-testid="vat-import"
      >
        {t('vatView.import.button')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        multiple
        hidden
        aria-label={t('vatView.import.button')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void take(files);
        }}
        data-testid="vat-import-input"
      />
      {over && <div className={classes.drop}>{t('vatView.import.drop')}</div>}
      {outcomes && <ImportResult outcomes={outcomes} onClose={closeOutcomes} />}
      {table && <TableDialog key={table.table.tableId} {...table} onClose={closeTable} />}
    </>
  );
}
