import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconExternalLink } from '@tabler/icons-react';
import { lazy, type ReactNode, type Ref, Suspense, useMemo } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatBytes } from '../../i18n/format.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import classes from './DocumentContent.module.css';
import { ImageView } from './ImageView.tsx';
import { extensionOf, type Kind, kindOf } from './kind.ts';
import { MissingContent } from './MissingContent.tsx';
import type { PageMark } from './pdf/PdfView.tsx';
import { plainLines, xmlLines } from './text/lines.ts';
import { readText } from './text/read-text.ts';
import { TextView } from './text/TextView.tsx';
import type { Viewer } from './viewer.ts';

const PdfPreview = lazy(() => import('./pdf/PdfPreview.tsx').then((m) => ({ default: m.PdfPreview })));

export interface DocumentContentProps {
  readonly document: Output<'documents.get'>;
  /** SHA-256 of a former content; `null`: the newest. */
  readonly version: string | null;
  readonly marks: readonly PageMark[];
  readonly pointed: { readonly key: string; readonly times: number } | null;
  readonly viewerRef: Ref<Viewer>;
}

/** The document itself, or why it cannot be shown. */
export function DocumentContent(props: DocumentContentProps): ReactNode {
  const { document, version } = props;
  const stored = document.archive === 'stored' || version !== null;
  return <div className={classes.content}>{stored ? <Stored {...props} /> : <MissingContent document={document} />}</div>;
}

/** Kinds that are shown from the file itself. */
const SHOWN = new Set<Kind>(['pdf', 'xml', 'plain', 'image']);

function Stored({ document, version, marks, pointed, viewerRef }: DocumentContentProps): ReactNode {
  const t = useT();
  // Named by its hash even when it is the newest: a document that changes meanwhile is another content.
  const sha256 = version ?? document.sha256;
  const asked = { id: document.id, ...(sha256 === null ? {} : { version: sha256 }) };
  const expected = kindOf(document.mimeType);
  const printed = useAct('documents.printed');
  const content = useCall('documents.content', asked, { enabled: version !== null || SHOWN.has(expected) });
  const mimeType = content.data?.mimeType ?? document.mimeType;
  const kind = kindOf(mimeType);
  if (kind === 'word' && version === null) return <WordText document={document} viewerRef={viewerRef} />;
  if (!SHOWN.has(kind)) {
    const size = document.contents.find((one) => one.sha256 === sha256)?.size ?? document.size ?? 0;
    return (
      <Empty
        title={t('documentPreview.otherType', { type: extensionOf(content.data?.fileName ?? document.fileName) })}
        testId="doc-no-preview"
        action={<OtherWays {...asked} />}
      >
        {t('documentPreview.otherText', { size: formatBytes(size) })}
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
  const { bytes } = content.data;
  if (kind === 'xml' || kind === 'plain')
    return <FileText key={sha256} bytes={bytes} kind={kind} name={document.fileName} viewerRef={viewerRef} />;
  if (kind === 'image') return <ImageView bytes={bytes} mimeType={mimeType ?? ''} name={document.fileName} viewerRef={viewerRef} />;
  return (
    <Suspense fallback={<Waiting rows={6} />}>
      <PdfPreview
        key={sha256}
        bytes={bytes}
        name={document.fileName}
        marks={marks}
        pointed={pointed}
        viewerRef={viewerRef}
        onPrinted={(pages) => printed.mutate({ id: document.id, pages })}
        otherwise={<OtherWays {...asked} />}
      />
    </Suspense>
  );
}

/** The ways to another program for what this one does not show. */
function OtherWays({ id, version }: { readonly id: string; readonly version?: string }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const open = useAct('shell.openDocument');
  const save = useAct('shell.saveDocument');
  const content = { id, ...(version === undefined ? {} : { version }) };
  return (
    <>
      <Button
        leftSection={<IconExternalLink size={14} aria-hidden />}
        onClick={() => open.mutate(content, { onError: problem })}
        title={t('documentPreview.openText')}
        data-testid="doc-open-other"
      >
        {t('documentPreview.open')}
      </Button>{' '}
      <Button leftSection={<IconDeviceFloppy size={14} aria-hidden />} onClick={() => save.mutate(content, { onError: problem })}>
        {t('documentPreview.saveAs')}
      </Button>
    </>
  );
}

interface FileTextProps {
  readonly bytes: Uint8Array;
  readonly kind: Extract<Kind, 'xml' | 'plain'>;
  readonly name: string;
  readonly viewerRef: Ref<Viewer>;
}

function FileText({ bytes, kind, name, viewerRef }: FileTextProps): ReactNode {
  const lines = useMemo(() => {
    const text = readText(bytes);
    return kind === 'xml' ? xmlLines(text) : plainLines(text);
  }, [bytes, kind]);
  return <TextView lines={lines} look={kind} name={name} viewerRef={viewerRef} />;
}

function WordText({ document, viewerRef }: Pick<DocumentContentProps, 'document' | 'viewerRef'>): ReactNode {
  const t = useT();
  const { data, error, refetch } = useCall('reading.text', { id: document.id });
  const lines = useMemo(() => data?.paragraphs.flatMap((paragraph) => plainLines(paragraph)) ?? [], [data]);
  if (error) {
    return (
      <div className={classes.padded}>
        <Failure error={error} onRetry={() => void refetch()}>
          <OtherWays id={document.id} />
        </Failure>
      </div>
    );
  }
  if (!data) return <Waiting rows={6} />;
  if (lines.length === 0) return <Empty title={t('documentPreview.emptyText')} action={<OtherWays id={document.id} />} />;
  return <TextView lines={lines} look="prose" name={document.fileName} note={t('documentPreview.asText')} viewerRef={viewerRef} />;
}
