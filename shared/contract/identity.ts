import { z } from 'zod';
import { core, shell } from './define.ts';
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

export const identityContract = {
  'identity.list': core(zNothing, z.object({ consents: z.array(zConsent) })),
  /** Opens the loopback listener and answers the consent page to open; the outcome arrives as an `identity` event. */
  'identity.begin': core(z.object({ ecb: z.string(), kind: z.enum(['firm', 'own']) }), zConsent),
  'identity.cancel': core(z.object({ id: zId }), zNothing),
  'identity.forget': core(z.object({ id: zId }), zNothing),
  /** Opens the consent page of a pending consent in the system browser. */
  'shell.openConsent': shell(z.object({ id: zId }), zNothing),
};
