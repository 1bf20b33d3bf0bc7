import { FIRM } from '#app/identity/test-bench.ts';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { createIntClient } from '../int-client.ts';
import { sendingOf } from '../sending.ts';
import { bench, CLIENT, identity, xmlOf } from '../test-desk.ts';

/** Files the period as other software does, and answers SPF's status. */
export async function fileElsewhere(more: Partial<ReturnContent> = {}): Promise<number | null> {
  const { token } = await identity.tokens.forEnterprise(FIRM as never);
  const { zip } = sendingOf(xmlOf(more), 'elsewhere.xml', []);
  const client = createIntClient(bench.context.net, bench.context.config.apiBase);
  const { status } = await client.file({
    ...{ declarationType: 'tva', vatNumber: CLIENT, zip, token, correlationId: crypto.randomUUID(), locale: 'fr' },
  });
  return status;
}
