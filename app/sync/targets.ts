import type { ActiveConsent } from '#app/core/tokens.ts';
import type { Owner } from '#app/documents/mmf-item.ts';
import type { Client } from '#shared/contract/clients.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';

/** One search to make: under which consent, and for whom when not for all. */
export interface SearchTarget {
  readonly enterprise: EnterpriseNumber;
  readonly owner?: Owner | undefined;
}

/**
 * The searches of a run. All clients: one per consent. One client: its own consent when it gave one, otherwise the firm's with the owner pair.
 * @throws GuichetError `sync.noConsent`
 */
export function searchTargets(
  consents: readonly ActiveConsent[],
  client: Client | null,
  isArchived: (enterprise: EnterpriseNumber) => boolean,
): readonly SearchTarget[] {
  const consent = client ? consentFor(consents, client.enterpriseNumber) : consents[0];
  if (!consent) throw new GuichetError('sync.noConsent', { action: 'connect' });
  if (!client) {
    // The consent of a client that is no longer one stays, but is not used.
    const used = consents.filter(({ kind, enterprise }) => kind === 'firm' || !isArchived(enterprise));
    return [...new Set(used.map(({ enterprise }) => enterprise))].map((enterprise) => ({ enterprise }));
  }
  if (consent.kind === 'own') return [{ enterprise: consent.enterprise }];
  return [{ enterprise: consent.enterprise, owner: { type: 'CBE', identifier: client.enterpriseNumber } }];
}

/** The consent that shows an enterprise's documents. */
export function consentFor(consents: readonly ActiveConsent[], number: string): ActiveConsent | undefined {
  return consents.find(({ enterprise }) => enterprise === number) ?? consents.find(({ kind }) => kind === 'firm');
}
