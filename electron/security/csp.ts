/** Where the page of the window lives; nothing else is a known origin. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://guichet';

/**
 * Nothing is allowed but what is named. `nonce` is fresh for each load and lets the component library write its style sheet;
 * `blob:` and `data:` serve pictures only, rendered pages of documents among them.
 */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export const securityHeaders = (nonce: string): Record<string, string> => ({
  'content-security-policy': policyOf(nonce),
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
});
