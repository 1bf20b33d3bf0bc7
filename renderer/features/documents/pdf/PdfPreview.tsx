import type { ReactNode, Ref } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import type { Viewer } from '../viewer.ts';
import classes from './PdfView.module.css';
import { type PageMark, PdfView, type PdfViewProps } from './PdfView.tsx';
import { useBook } from './use-book.ts';

export interface PdfPreviewProps {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly marks: readonly PageMark[];
  readonly pointed: PdfViewProps['pointed'];
  readonly viewerRef: Ref<Viewer>;
  readonly onPrinted: PdfViewProps['onPrinted'];
  /** What else can be done with a document that cannot be shown. */
  readonly otherwise: ReactNode;
}

/** A PDF, or in words why it cannot be shown. */
export function PdfPreview({ bytes, otherwise, ...view }: PdfPreviewProps): ReactNode {
  const t = useT();
  const open = useBook(bytes);
  if (open === null) return <Waiting rows={6} />;
  if (open === 'locked' || open === 'broken') {
    return (
      <div className={classes.padded}>
        <Notice tone="warn" title={t(`documentPreview.${open}`)} actions={otherwise} testId={`pdf-${open}`}>
          {t(`documentPreview.${open}Text`)}
        </Notice>
      </div>
    );
  }
  return <PdfView {...view} book={open.book} sizes={open.sizes} />;
}
