import { ActionIcon, Button } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { type ReactNode, useId, useRef } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { formatBytes } from '../../../i18n/format.ts';
import classes from './FileField.module.css';

export interface FileFieldProps {
  readonly label: string;
  readonly accept: string;
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
  readonly testId: string;
}

/** One file to go with something; its name and size show that it is there. */
export function FileField({ label, accept, file, onFile, testId }: FileFieldProps): ReactNode {
  const t = useT();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <div id={id} className={classes.label}>
        {label}
      </div>
      <div className={classes.row}>
        <Button
          leftSection={<IconPaperclip size={14} aria-hidden />}
          aria-label={`${label}: ${t('vatPathView.chooseFile')}`}
          onClick={() => input.current?.click()}
        >
          {t('vatPathView.chooseFile')}
        </Button>
        <span className={classes.name}>{file ? `${file.name} · ${formatBytes(file.size)}` : t('vatPathView.noFile')}</span>
        {file && (
          <ActionIcon variant="subtle" color="gray" aria-label={t('vatPathView.dropFile')} onClick={() => onFile(null)}>
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-labelledby={id}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (chosen) onFile(chosen);
        }}
        data-testid={testId}
      />
    </div>
  );
}
