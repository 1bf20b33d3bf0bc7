import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useT } from '../../i18n/context.tsx';
import { Notice } from '../../ui/Notice.tsx';
import classes from './ImageView.module.css';
import { clampZoom, stepZoom } from './pdf/zoom.ts';
import { NO_VIEWER, scrollByKey, type Viewer } from './viewer.ts';

export interface ImageViewProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mimeType: string;
  readonly name: string;
  readonly viewerRef: Ref<Viewer>;
}

/** A picture, as wide as the pane or at a size of its own. */
export function ImageView({ bytes, mimeType, name, viewerRef }: ImageViewProps): ReactNode {
  const t = useT();
  const [url, setUrl] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  /** `null` fits the pane. */
  const [zoom, setZoom] = useState<number | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const own = URL.createObjectURL(new Blob([bytes], { type: mimeType }));
    setUrl(own);
    setBroken(false);
    return () => URL.revokeObjectURL(own);
  }, [bytes, mimeType]);
  useImperativeHandle(viewerRef, () => ({
    ...NO_VIEWER,
    zoom: (step) => {
      const { width = 0, naturalWidth = 0 } = image.current ?? {};
      const now = zoom ?? clampZoom(width / Math.max(1, naturalWidth));
      setZoom(step === 0 ? null : stepZoom(now, step));
    },
    scroll: (key) => scroller.current !== null && scrollByKey(scroller.current, key),
  }));
  if (broken) {
    return (
      <div className={classes.padded}>
        <Notice tone="warn" title={t('documentPreview.otherType', { type: mimeType })} testId="image-broken" />
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys must be able to scroll the picture
    <section ref={scroller} className={classes.view} tabIndex={0} aria-label={name} data-testid="doc-image">
      {url && (
        <img
          ref={image}
          src={url}
          alt={name}
          style={zoom === null ? { maxWidth: '100%' } : { width: (image.current?.naturalWidth ?? 0) * zoom }}
          onError={() => setBroken(true)}
        />
      )}
    </section>
  );
}
