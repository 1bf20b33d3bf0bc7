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
  /** The firm's own short name for the client's folder; empty: the enterprise number. */
  folderCode: z.string(),
  /** No longer a client: kept, not synced, not listed unless asked for. */
  archived: z.boolean(),
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
  /** Documents that leave SPF's window within 7 days without being in the archive. */
  leaving: z.number().int(),
});
export type ClientRow = z.infer<typeof zClientRow>;

/** What a person fills in; the number may carry `BE`, dots and spaces and is normalised. */
export const zClientInput = zClient
  .omit({ id: true, version: true, isFirm: true, enterpriseNumber: true, archived: true })
  .partial()
  .extend({ id: zId.optional(), version: z.number().int().optional(), enterpriseNumber: z.string(), name: z.string().trim().min(1) });

export const clientsContract = {
  'clients.list': core(zNothing, z.object({ clients: z.array(zClientRow) })),
  'clients.save': core(zClientInput, zClient),
  /** `undoId` takes it back; `null` when nothing changed. @throws `clients.archiveFirm` */
  'clients.archive': core(
    z.object({ ids: z.array(zId).min(1).max(2_000), archived: z.boolean() }),
    z.object({ changed: z.number().int(), undoId: zId.nullable() }),
  ),
  /**
   * One client recorded twice becomes one: all of `from` goes to `into`, also what arrives later.
   * @throws `clients.unknown`, `clients.mergeSame`, `clients.mergeFirm`, `clients.mergeReturns` when `from` has VAT returns, which stay under its number
   */
  'clients.merge': core(z.object({ from: zId, into: zId }), z.object({ documents: z.number().int(), undoId: zId })),
};
