import { type ReactNode, useMemo } from 'react';
import { encode } from 'uqr';
import classes from './Papers.module.css';

/** Modules of quiet ground around the code, as its standard asks. */
const QUIET = 4;

/** A QR code drawn as one path; always dark on white, since scanners read nothing else. */
export function QrCode({ content, title }: { readonly content: string; readonly title: string }): ReactNode {
  const code = useMemo(() => {
    const { data, size } = encode(content, { ecc: 'M', border: QUIET });
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
    return { path, size };
  }, [content]);
  return (
    <svg className={classes.qr} viewBox={`0 0 ${code.size} ${code.size}`} role="img" shapeRendering="crispEdges" data-testid="payment-qr">
      <title>{title}</title>
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
