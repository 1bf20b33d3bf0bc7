import { ActionIcon, Button } from '@mantine/core';
import { IconPaperclip, IconTrash, IconUpload } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatBytes } from '../../../i18n/format.ts';
import { Failure } from '../../../ui/Failure.tsx';
import type { DraftActions } from '../draft/use-draft.ts';
import classes from './Annexes.module.css';

const ACCEPT = '.pdf,.jpg,.jpeg,.tif,.tiff,.zip';

export interface AnnexesProps {
  readonly view: ReturnView;
  readonly draft: DraftActions;
  readonly editable: boolean;
}

/** Files that travel with the return: dropped or chosen, listed, taken away. */
export function Annexes({ view, draft, editable }: AnnexesProps): ReactNode {
  const t = useT();
  const add = useAct('vat.addAnnex');
  const remove = useAct('vat.removeAnnex');
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const error = add.error ?? remove.error;
  const take = async (files: readonly File[]): Promise<void> => {
    remove.reset();
    for (const file of files) {
      const version = await draft.settle();
      if (version === null) return;
      const bytes = new Uint8Array(await file.arrayBuffer());
      try {
        await add.mutateAsync({ id: view.id, version, fileName: file.name, bytes });
      } catch {
        // Shown below; what came before it stays.
        return;
      }
    }
  };
  const drop = async (annexId: string): Promise<void> => {
    add.reset();
    const version = await draft.settle();
    if (version !== null) remove.mutate({ id: view.id, version, annexId });
  };
  if (!editable && view.annexes.length === 0) return null;
  return (
    <section className={classes.annexes} aria-labelledby="annexes-title">
      <h3 className={classes.title} id="annexes-title">
        {t('vatGrids.annexes', { count: view.annexes.length })}
      </h3>
      {error && <Failure error={error} testId="annex-error" />}
      <ul className={classes.list}>
        {view.annexes.map((annex) => (
          <li key={annex.id} className={classes.annex} data-testid="annex">
            <IconPaperclip size={14} aria-hidden />
            <span className={classes.name} title={annex.description || annex.fileName}>
              {annex.fileName}
            </span>
            <span className={classes.size}>{formatBytes(annex.size)}</span>
            {editable && (
              <ActionIcon
                aria-label={t('vatGrids.annexes.remove', { name: annex.fileName })}
                disabled={remove.isPending}
                onClick={() => void drop(annex.id)}
                data-testid="annex-remove"
              >
                <IconTrash size={14} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {editable && (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside does the same
        <div
          className={classes.drop}
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            event.stopPropagation();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            event.stopPropagation();
            setOver(false);
            void take([...event.dataTransfer.files]);
          }}
          data-testid="annex-drop"
        >
          <Button
            leftSection={<IconUpload size={14} aria-hidden />}
            loading={add.isPending}
            onClick={() => picker.current?.click()}
            data-testid="annex-choose"
          >
            {t('vatGrids.annexes.choose')}
          </Button>
          <span className={classes.hint}>{t('vatGrids.annexes.hint')}</span>
          <input
            ref={picker}
            type="file"
            hidden
            multiple
            accept={ACCEPT}
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              void take(files);
            }}
            data-testid="annex-file"
          />
        </div>
      )}
    </section>
  );
}
