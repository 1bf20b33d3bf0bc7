import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDeviceFloppy, IconExternalLink } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { DocumentContent } from './DocumentContent.tsx';
import { DocumentDetails } from './DocumentDetails.tsx';
import classes from './DocumentPreview.module.css';

export interface DocumentPreviewProps {
  readonly id: string | null;
  readonly focusRef: Ref<HTMLDivElement>;
  readonly onBack: () => void;
}

export function DocumentPreview({ id, focusRef, onBack }: DocumentPreviewProps): ReactNode {
  const t = useT();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back to the list from anywhere in the pane
    <div
      ref={focusRef}
      tabIndex={-1}
      className={classes.pane}
      data-testid="doc-preview"
      data-id={id ?? undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack();
      }}
    >
      {id === null ? <Empty title={t('documentsView.preview.none')}>{t('documentsView.preview.noneText')}</Empty> : <Shown id={id} />}
    </div>
  );
}

function Shown({ id }: { readonly id: string }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const { data, error, refetch } = useCall('documents.get', { id });
  const mark = useAct('desk.change');
  const open = useAct('shell.openDocument');
  const save = useAct('shell.saveDocument');
  if (error) {
    return (
      <div className={classes.padded}>
        <Failure error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return <Waiting rows={6} />;
  const stored = data.archive === 'stored';
  return (
    <>
      <header className={classes.head}>
        <div className={classes.titles}>
          <h2 className={classes.title} title={data.label[t.locale]}>
            {data.label[t.locale].trim()}
          </h2>
          <div className={classes.sub}>{data.clientName}</div>
        </div>
        <div className={classes.actions}>
          <Menu>
            <Menu.Target>
              <Button rightSection={<IconChevronDown size={12} aria-hidden />} data-testid="doc-work">
                {t(`documentsView.work.${data.work}`)}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(['new', 'todo', 'done'] as const)
                .filter((work) => work !== data.work)
                .map((work) => (
                  <Menu.Item
                    key={work}
                    onClick={() => mark.mutate({ selection: { ids: [id] }, change: { work } }, { onError: problem })}
                    data-testid={`doc-work-${work}`}
                  >
                    {t(`documentsView.markOne.${work}`)}
                  </Menu.Item>
                ))}
            </Menu.Dropdown>
          </Menu>
          <Button
            disabled={!stored}
            leftSection={<IconExternalLink size={14} aria-hidden />}
            onClick={() => open.mutate({ id }, { onError: problem })}
            data-testid="doc-open"
          >
            {t('documentsView.open')}
          </Button>
          <Button
            disabled={!stored}
            leftSection={<IconDeviceFloppy size={14} aria-hidden />}
            onClick={() => save.mutate({ id }, { onError: problem })}
            data-testid="doc-save"
          >
            {t('documentsView.saveAs')}
          </Button>
        </div>
      </header>
      <DocumentContent document={data} />
      <DocumentDetails document={data} />
    </>
  );
}
