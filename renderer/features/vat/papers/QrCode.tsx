import { type ReactNode, useMemo } from 'react';
import classes from './Papers.module.css';
import { qrPath } from './qr-path.ts';

/** A QR code drawn as one path; always dark on white, since scanners read nothing else. */
export function QrCode({ content, title }: { readonly content: string; readonly title: string }): ReactNode {
  const { path, size } = useMemo(() => qrPath(content), [content]);
  return (
    <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" shapeRendering="crispEdges" data-testid="payment-qr">
      <title>{title}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
