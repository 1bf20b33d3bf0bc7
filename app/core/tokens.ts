import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';

export interface ActiveConsent {
  readonly enterprise: EnterpriseNumber;
  /** `firm` opens the firm and its mandators, `own` the enterprise's own file only. */
  readonly kind: 'firm' | 'own';
}

/** Access to SPF under the consents at hand; the identity topic gives it. */
export interface AccessTokens {
  /**
   * A valid access token of a consent.
   * @throws GuichetError `identity.*` with action `connect` when a person must consent again, `net.offline` when it could not be refreshed
   */
  forEnterprise(enterprise: EnterpriseNumber): Promise<{ readonly token: string; readonly enterprise: EnterpriseNumber }>;
  /** The server refused this token; the next request gets a fresh one. */
  invalidate(token: string): void;
  /** Consents that give tokens now. */
  active(): Promise<readonly ActiveConsent[]>;
}
