import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { ErrorShape } from '#shared/domain/errors.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { ImportResult } from './ImportResult.tsx';
import classes from './ImportXml.module.css';

/** One file and what became of it. */
export interface ImportOutcome {
  readonly fileName: string;
  readonly declarations: Output<'vat.import'>['declarations'];
  readonly error: ErrorShape | null;
}

/** Reads Intervat XML into drafts, by button or by dropping files anywhere on the board. */
export function ImportXml(): ReactNode {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const read = useAct('vat.import');
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[] | null>(null);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);

  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setBusy(true);
    const done: ImportOutcome[] = [];
    // One after the other: each file stands or falls alone.
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await read.mutateAsync({ bytes, fileName: file.name.slice(0, 260) }).then(
        ({ declarations }) => done.push({ fileName: file.name, declarations, error: null }),
        (error: ErrorShape) => done.push({ fileName: file.name, declarations: [], error }),
      );
    }
    setBusy(false);
    setOutcomes(done);
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });

  useEffect(() => {
    const holds = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      if (!holds(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!holds(event)) return;
      event.preventDefault();
      setOver(false);
      void latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

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
        accept=".xml,text/xml,application/xml"
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
      {outcomes && <ImportResult outcomes={outcomes} onClose={() => setOutcomes(null)} />}
    </>
  );
}
