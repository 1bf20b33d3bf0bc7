import { z } from 'zod';
import { core, shell } from './define.ts';
import { zEnvironment } from './settings.ts';
import { zEnterpriseNumber, zError, zId, zInstant, zNothing } from './values.ts';

/** `pending`: the browser is open; `active`: tokens at hand; `expired`: a person must consent again; `failed`: see `error`. */
export const zConsent = z.object({
  id: zId,
  enterpriseNumber: zEnterpriseNumber,
  /** `firm` opens the firm and its mandators, `own` the enterprise's own file only. */
  kind: z.enum(['firm', 'own']),
  state: z.enum(['pending', 'active', 'expired', 'failed']),
  /** When the refresh token dies unless used. */
  expiresAt: zInstant.nullable(),
  grantedAt: zInstant.nullable(),
  /** The consent page, while pending. */
  url: z.string().nullable(),
  error: zError.nullable(),
});
export type Consent = z.infer<typeof zConsent>;

/** This installation as the vendor's relay and SPF know it. What is not known yet is `null`: the key is made at the first connection. */
export const zInstallation = z.object({
  environment: zEnvironment,
  /** Thumbprint of the key in use (RFC 7638). */
  kid: z.string().nullable(),
  registeredAt: zInstant.nullable(),
  /** The vendor's relay that publishes it, and the vendor's name at SPF. */
  relay: z.string().nullable(),
  clientId: z.string().nullable(),
  /** A new key was made and the relay has not confirmed it yet; it is asked again by itself. */
  rotating: z.boolean(),
  /** The key before, kept until nothing signed with it can be under way any more. */
  former: z.object({ kid: z.string(), until: zInstant }).nullable(),
});
export type Installation = z.infer<typeof zInstallation>;

export const identityContract = {
  'identity.list': core(zNothing, z.object({ consents: z.array(zConsent) })),
  /** Opens the loopback listener and answers the consent page to open; the outcome arrives as an `identity` event. */
  'identity.begin': core(z.object({ ecb: z.string(), kind: z.enum(['firm', 'own']) }), zConsent),
  /** The same consent again, whatever became of it; what it has given stays in force until the new one is there. */
  'identity.renew': core(z.object({ id: zId }), zConsent),
  'identity.cancel': core(z.object({ id: zId }), zNothing),
  'identity.forget': core(z.object({ id: zId }), zNothing),
  'identity.installation': core(zNothing, zInstallation),
  /** A new key pair, made known to the relay before it is used. */
  'identity.rotateKey': core(zNothing, zInstallation),
  /** The relay publishes the key no more, and every consent is forgotten; the next connection begins with a new key. */
  'identity.revokeInstallation': core(zNothing, zInstallation),
  /** Opens the consent page of a pending consent in the system browser. */
  'shell.openConsent': shell(z.object({ id: zId }), zNothing),
};
