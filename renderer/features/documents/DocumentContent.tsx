import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatBytes, formatDate } from '../../i18n/format.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import classes from './DocumentContent.module.css';
import { extensionOf, kindOf } from './kind.ts';
import { prettyXml, readText } from './xml-text.ts';

const PdfPreview = lazy(() => import('./pdf/PdfPreview.tsx').then((m) => ({ default: m.PdfPreview })));

type Full = Output<'documents.get'>;

/** The document itself, or why it cannot be shown. */
export function DocumentContent({ document }: { readonly document: Full }): ReactNode {
  return (
    <div className={classes.content}>
      {document.archive === 'stored' ? <Stored document={document} /> : <Missing document={document} />}
    </div>
  );
}

function Missing({ document }: { readonly document: Full }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const fetchNow = useAct('documents.fetch');
  const can = document.archive !== 'gone';
  return (
    <Empty
      title={t(`documentsView.missing.${document.archive === 'stored' ? 'waiting' : document.archive}`, {
        date: formatDate(document.leavesOn),
      })}
      testId={`doc-missing-${document.archive}`}
      action={
        can && (
          <Button
            loading={fetchNow.isPending}
            onClick={() => fetchNow.mutate({ id: document.id }, { onError: problem })}
            data-testid="doc-fetch"
          >
            {t('documentsView.fetchNow')}
          </Button>
        )
      }
    >
      {document.reason && t.error({ code: document.reason, retryable: false, action: 'none', params: {} })}
    </Empty>
  );
}

function Stored({ document }: { readonly document: Full }): ReactNode {
  const t = useT();
  const kind = kindOf(document.mimeType);
  const content = useCall('documents.content', { id: document.id }, { enabled: kind !== 'other' });
  if (kind === 'other') {
    return (
      <Empty title={t('documentsView.preview.otherType', { type: extensionOf(document.fileName) })} testId="doc-no-preview">
        {t('documentsView.preview.otherText', { size: formatBytes(document.size ?? 0) })}
      </Empty>
    );
  }
  if (content.error) {
    return (
      <div className={classes.padded}>
        <Failure error={content.error} onRetry={() => void content.refetch()} />
      </div>
    );
  }
  if (!content.data) return <Waiting rows={6} />;
  if (kind === 'text') {
    const text = readText(content.data.bytes);
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys must be able to scroll the text
      <pre className={classes.text} tabIndex={0} data-testid="doc-text">
        {document.mimeType?.includes('xml') ? prettyXml(text) : text}
      </pre>
    );
  }
  return (
    <Suspense fallback={<Waiting rows={6} />}>
      <PdfPreview bytes={content.data.bytes} name={document.fileName} />
    </Suspense>
  );
}
