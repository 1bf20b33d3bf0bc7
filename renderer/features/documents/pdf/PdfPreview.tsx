import { ActionIcon, Tooltip } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowAutofitWidth, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReactNode, type UIEvent, useEffect, useRef, useState } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import { openPdf } from './engine.ts';
import { PdfPage } from './PdfPage.tsx';
import classes from './PdfPreview.module.css';

const MIN_ZOOM = 0.25;
const MAX_ZOOM = 4;
const STEP = 1.2;
const MARGIN = 24;

type Outcome = { readonly document: PDFDocumentProxy; readonly width: number; readonly height: number } | 'broken' | null;

function usePdf(bytes: Uint8Array): Outcome {
  const [outcome, setOutcome] = useState<Outcome>(null);
  useEffect(() => {
    let left = false;
    const opened = openPdf(bytes);
    opened.document
      .then(async (document) => {
        const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
        if (!left) setOutcome({ document, width, height });
      })
      .catch(() => {
        if (!left) setOutcome('broken');
      });
    return () => {
      left = true;
      opened.close();
    };
  }, [bytes]);
  return outcome;
}

/** A PDF, page under page; pages are drawn as they come into sight. */
export function PdfPreview({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string }): ReactNode {
  const t = useT();
  const pdf = usePdf(bytes);
  const { ref: sizeRef, width: room } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLElement>(null);
  /** `null` fits the width. */
  const [zoom, setZoom] = useState<number | null>(null);
  const [page, setPage] = useState(1);
  if (pdf === 'broken') {
    return (
      <div className={classes.padded}>
        <Notice tone="warn" title={t('documentsView.preview.broken')} testId="pdf-broken">
          {t('documentsView.preview.brokenText')}
        </Notice>
      </div>
    );
  }
  const fit = pdf && room > 0 ? Math.max(MIN_ZOOM, (room - MARGIN) / pdf.width) : 1;
  const scale = zoom ?? fit;
  const pages = pdf?.document.numPages ?? 0;
  const onScroll = (event: UIEvent<HTMLElement>): void => {
    if (!pdf) return;
    const box = event.currentTarget;
    const height = pdf.height * scale + 12;
    setPage(Math.min(pages, Math.max(1, Math.floor((box.scrollTop + box.clientHeight / 3) / height) + 1)));
  };
  const change = (factor: number) => () => setZoom(Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, scale * factor)));
  return (
    <div className={classes.preview} data-testid="pdf-preview" data-pages={pages || undefined}>
      <div className={classes.tools}>
        <span className={classes.page} data-testid="pdf-page">
          {pages > 0 ? t('documentsView.preview.page', { page, pages }) : ''}
        </span>
        <Tooltip label={t('documentsView.preview.zoomOut')}>
          <ActionIcon onClick={change(1 / STEP)} aria-label={t('documentsView.preview.zoomOut')}>
            <IconZoomOut size={16} />
          </ActionIcon>
        </Tooltip>
        <span className={classes.zoom}>{Math.round(scale * 100)} %</span>
        <Tooltip label={t('documentsView.preview.zoomIn')}>
          <ActionIcon onClick={change(STEP)} aria-label={t('documentsView.preview.zoomIn')}>
            <IconZoomIn size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('documentsView.preview.fit')}>
          <ActionIcon onClick={() => setZoom(null)} aria-label={t('documentsView.preview.fit')} data-active={zoom === null || undefined}>
            <IconArrowAutofitWidth size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys must be able to scroll the pages */}
      <section ref={scroller} className={classes.pages} onScroll={onScroll} tabIndex={0} aria-label={name}>
        <div ref={sizeRef} className={classes.measure} />
        {pdf ? (
          Array.from({ length: pages }, (_, index) => (
            <PdfPage
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
              key={index}
              document={pdf.document}
              number={index + 1}
              scale={scale}
              width={pdf.width}
              height={pdf.height}
              label={t('documentsView.preview.page', { page: index + 1, pages })}
            />
          ))
        ) : (
          <Waiting rows={6} />
        )}
      </section>
    </div>
  );
}
