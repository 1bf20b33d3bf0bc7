import { createHash } from 'node:crypto';
import type { Random } from '#app/core/ports.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { SCOPES } from './identity-config.ts';

/** What one attempt keeps to itself until the browser comes back. */
export interface ConsentSecrets {
  /** Names the loopback port, which the vendor's relay reads, and carries a secret. */
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** 192 bits as 32 characters. */
export const makeSecret = (random: Random): string => base64url(random.bytes(24));

export const makeConsentSecrets = (random: Random, state: string): ConsentSecrets => ({
  state,
  nonce: makeSecret(random),
  verifier: base64url(random.bytes(48)),
});

/** PKCE S256 (RFC 7636). */
export const challengeOf = (verifier: string): string => base64url(createHash('sha256').update(verifier).digest());

/** Parameters of the authorize request; `claims` names the enterprise in SPF's own form, not OpenID Connect's. */
export function consentParameters(ecb: EnterpriseNumber, redirectUri: string, secrets: ConsentSecrets): Record<string, string> {
  return {
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: SCOPES,
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: challengeOf(secrets.verifier),
    code_challenge_method: 'S256',
    claims: JSON.stringify({ ecb }),
  };
}
