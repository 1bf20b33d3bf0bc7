/**
 * The nonce the app's protocol handler wrote into the page, for the few style elements made at run time. Scroll locking reads it from the
 * global that bundlers define for it.
 */
export function styleNonce(): string {
  const built = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  const nonce = built || (document.querySelector('meta[name="guichet-nonce"]')?.getAttribute('content') ?? '');
  if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });
  return nonce;
}
