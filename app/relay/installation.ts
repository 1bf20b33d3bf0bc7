import type { JWK } from 'jose';

/** Public half of an installation's key, as SPF reads it. RSA, signing, RS256. */
export interface PublicKey extends JWK {
  readonly kty: 'RSA';
  readonly kid: string;
  readonly n: string;
  readonly e: string;
  readonly alg: 'RS256';
  readonly use: 'sig';
}

/** One installation of Guichet and the key SPF knows it by. Instants are epoch milliseconds. */
export interface Installation {
  /** Thumbprint of the key (RFC 7638, SHA-256, base64url). */
  readonly kid: string;
  readonly key: PublicKey;
  readonly registeredAt: number;
  /** No longer published from this moment on; in the future after a rotation, so that assertions under way still verify. */
  readonly endsAt: number | null;
  readonly reason: 'revoked' | 'replaced' | null;
}

export const isPublished = (installation: Pick<Installation, 'endsAt'>, now: number): boolean =>
  installation.endsAt === null || installation.endsAt > now;
