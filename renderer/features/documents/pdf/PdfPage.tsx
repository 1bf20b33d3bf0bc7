import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './PdfPreview.module.css';
import { PdfText } from './PdfText.tsx';

export interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly scale: number;
  /** Size of the first page in points; the page's own once it is drawn. */
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

/** One page, drawn when it comes near the screen. */
export function PdfPage({ document, number, scale, width, height, label }: PdfPageProps): ReactNode {
  const sheet = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(number === 1);
  const [size, setSize] = useState({ width, height });
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    const target = sheet.current;
    if (!target) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), { rootMargin: '400px' });
    observer.observe(target);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!near) return;
    let task: RenderTask | null = null;
    let left = false;
    void document
      .getPage(number)
      .then(async (page) => {
        const target = canvas.current;
        if (left || !target) return;
        const own = page.getViewport({ scale: 1 });
        setSize((now) => (now.width === own.width && now.height === own.height ? now : { width: own.width, height: own.height }));
        const viewport = page.getViewport({ scale: scale * window.devicePixelRatio });
        target.width = Math.floor(viewport.width);
        target.height = Math.floor(viewport.height);
        task = page.render({ canvas: target, viewport });
        await task.promise;
        if (!left) setDrawn(true);
      })
      // A page that is left while being drawn is cancelled, which is no error.
      .catch(() => undefined);
    return () => {
      left = true;
      task?.cancel();
    };
  }, [document, number, scale, near]);

  return (
    <div
      ref={sheet}
      className={classes.sheet}
      style={{ width: size.width * scale, height: size.height * scale }}
      data-testid="pdf-sheet"
      data-drawn={drawn || undefined}
    >
      <canvas ref={canvas} role="img" aria-label={label} />
      {near && drawn && <PdfText document={document} number={number} scale={scale} />}
    </div>
  );
}
