import { type PDFDocumentProxy, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import classes from './PdfText.module.css';

export interface PdfTextProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly scale: number;
}

/** The words of a page, unseen over its picture, so that they can be selected and copied: an account, an amount, a communication. */
export function PdfText({ document, number, scale }: PdfTextProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const container = frame.current;
    if (!container) return;
    let layer: TextLayer | null = null;
    let left = false;
    void document
      .getPage(number)
      .then((page) => {
        if (left) return;
        layer = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport: page.getViewport({ scale }) });
        return layer.render();
      })
      // A page that is left while being read is cancelled, which is no error.
      .catch(() => undefined);
    return () => {
      left = true;
      layer?.cancel();
      container.replaceChildren();
    };
  }, [document, number, scale]);
  return <div ref={frame} className={classes.text} style={{ '--total-scale-factor': scale } as CSSProperties} data-testid="pdf-text" />;
}
