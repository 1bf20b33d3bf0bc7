/** Paths of SPF's authorization server (API facts, section 2). */
export const BASE = '/sso/oauth2';
export const AUTHORIZE = `${BASE}/authorize`;
export const TOKEN = `${BASE}/access_token`;
export const DISCOVERY = `${BASE}/.well-known/openid-configuration`;
export const JWKS_REALM = `${BASE}/realms/root/realms/externalapi/connect/jwk_uri`;
export const JWKS_SHORT = `${BASE}/connect/jwk_uri`;

export const SCOPES = ['openid', 'profile', 'documents-read-api', 'vat-manage-api'] as const;
