import { z } from 'zod';
import { house, shell } from './define.ts';
import { zError, zInstant, zNothing } from './values.ts';

/** Where a vendor offers new versions: an address without a slash at its end, and the Ed25519 keys (JWK) that sign what stands there. */
export const zUpdateSource = z.object({
  feed: z.url({ protocol: /^https?$/ }).refine((text) => !text.endsWith('/')),
  keys: z.array(z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })).min(1),
});
export type UpdateSource = z.infer<typeof zUpdateSource>;

/**
 * `off`: the vendor names no feed. `unsupported`: this installation is renewed by other means, such as a package of the system.
 * `current`: nothing newer, or not yet this installation's turn. `ready`: downloaded and compared with what was signed.
 */
export const zUpdateState = z.enum(['off', 'unsupported', 'idle', 'checking', 'current', 'available', 'downloading', 'ready', 'failed']);

export const zUpdate = z.object({
  state: zUpdateState,
  /** The version that runs. */
  version: z.string(),
  checkedAt: zInstant.nullable(),
  release: z
    .object({
      version: z.string(),
      released: zInstant,
      bytes: z.number().int(),
      /** Steps the new version adds to the database. After them the version that runs now cannot open it any more. */
      steps: z.number().int(),
    })
    .nullable(),
  /** Of the download, 0 to 100. */
  percent: z.number().int().min(0).max(100),
  /** Returns queued, being sent or of unknown outcome; none may be on the way when the program is replaced. */
  filings: z.number().int(),
  problem: zError.nullable(),
});
export type Update = z.infer<typeof zUpdate>;

export const updatesContract = {
  /** @throws `updates.closed` in a profile that does not open, unless a newer version wrote it: then a newer one is what it needs */
  'updates.status': shell(zNothing, zUpdate),
  /** Asks the feed. What is wrong with it is told as `problem`. */
  'updates.check': shell(zNothing, zUpdate),
  'updates.download': shell(zNothing, zUpdate),
  /** Replaces the program and starts it again. @throws `updates.notReady`, `updates.filings`, `updates.hash` */
  'updates.install': shell(zNothing, zNothing),
  /** What the shell must know before it may replace the program: the feed, what is on its way, the steps of the database as it is. */
  'updates.standing': house(
    zNothing,
    z.object({ source: zUpdateSource.nullable(), filings: z.number().int(), schema: z.array(z.string()) }),
  ),
};
