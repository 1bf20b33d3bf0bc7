import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useT } from '../../../i18n/context.tsx';
import classes from '../../../ui/TableSteps.module.css';

export function ChooseFile({ busy, onFile }: { readonly busy: boolean; readonly onFile: (file: File) => void }): ReactNode {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's shortcut for the button within
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t('clientImportView.what')}</p>
      <Button
        variant="filled"
        leftSection={<IconFileSpreadsheet size={14} aria-hidden />}
        loading={busy}
        onClick={() => input.current?.click()}
        data-autofocus
      >
        {t('clientImportView.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,.xlsx,.xls"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
        data-testid="import-file"
      />
      <p className={classes.quiet}>{t('clientImportView.drop')}</p>
    </div>
  );
}
