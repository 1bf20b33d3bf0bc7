import { z } from 'zod';
import { core } from './define.ts';
import { zEnterpriseNumber, zId, zInstant, zLocale, zNothing, zRegime } from './values.ts';

export const zClient = z.object({
  id: zId,
  enterpriseNumber: zEnterpriseNumber,
  name: z.string(),
  street: z.string(),
  postCode: z.string(),
  city: z.string(),
  countryCode: z.string(),
  email: z.string(),
  phone: z.string(),
  language: zLocale,
  /** `null`: not a periodic filer or not known yet. */
  regime: zRegime.nullable(),
  /** The accounting firm itself, whose consent opens the others. */
  isFirm: z.boolean(),
  version: z.number().int(),
});
export type Client = z.infer<typeof zClient>;

export const zClientRow = zClient.extend({
  documents: z.number().int(),
  newDocuments: z.number().int(),
  urgent: z.number().int(),
  /** Last confirmed sync of this client, `null` when never. */
  lastSuccess: zInstant.nullable(),
  /** Why the last sync of this client did not succeed, a code of the catalogue. */
  trouble: z.string().nullable(),
});
export type ClientRow = z.infer<typeof zClientRow>;

/** What a person fills in; the number may carry `BE`, dots and spaces and is normalised. */
export const zClientInput = zClient
  .omit({ id: true, version: true, isFirm: true, enterpriseNumber: true })
  .partial()
  .extend({ id: zId.optional(), version: z.number().int().optional(), enterpriseNumber: z.string(), name: z.string().trim().min(1) });

export const clientsContract = {
  'clients.list': core(zNothing, z.object({ clients: z.array(zClientRow) })),
  'clients.save': core(zClientInput, zClient),
};
