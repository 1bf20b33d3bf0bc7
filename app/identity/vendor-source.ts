import { z } from 'zod';
import type { Context } from '#app/core/context.ts';
import { readJson } from '#app/platform/http/body.ts';
import type { Vendor } from '#app/vendor/vendor.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { TOKEN_TIMEOUT_MS } from './identity-config.ts';

const zAnswer = z.object({ file: z.string() });

/** The sandbox's vendor gives its file at the simulator's control plane, since its addresses change with every start. */
async function ofSandbox({ config, net }: Context): Promise<Vendor> {
  if (config.environment !== 'sandbox' || config.controlBase === undefined) throw new GuichetError('vendor.missing');
  const response = await net.send({
    operation: 'identity.vendor',
    url: `${new URL(config.controlBase).origin}/__sim/vendor`,
    method: 'GET',
    headers: { accept: 'application/json' },
    timeoutMs: TOKEN_TIMEOUT_MS,
  });
  const answer = zAnswer.safeParse(await readJson(response));
  if (!answer.success) throw new GuichetError('vendor.missing');
  const { readVendorFile } = await import('#app/vendor/vendor-file.ts');
  return readVendorFile(answer.data.file, 'sandbox');
}

/**
 * The vendor of this profile, asked for once.
 * @returns rejects with GuichetError `vendor.*`, `net.*`
 */
export function createVendorSource(context: Context): () => Promise<Vendor> {
  const { vendor } = context.config;
  let known: Promise<Vendor> | null = vendor ? Promise.resolve(vendor) : null;
  return () => {
    known ??= ofSandbox(context).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}
