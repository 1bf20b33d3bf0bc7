import { discard } from '#app/platform/http/body.ts';
import type { Http } from '#app/platform/http/http.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { TOKEN_TIMEOUT_MS } from './identity-config.ts';
import type { Installation } from './key-store.ts';

/**
 * In the sandbox the simulator's control plane stands for the vendor's relay, which makes an installation's public key known to SPF.
 * @throws GuichetError `identity.registration`, `net.*`
 */
export async function registerInSandbox(
  net: Http,
  controlBase: string,
  installation: Installation,
  redirectUris: readonly string[],
): Promise<void> {
  const response = await net.send({
    operation: 'identity.register',
    url: `${new URL(controlBase).origin}/__sim/clients`,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      client_id: installation.clientId,
      redirect_uris: redirectUris,
      jwks: { keys: [installation.key.publicJwk] },
    }),
    timeoutMs: TOKEN_TIMEOUT_MS,
  });
  await discard(response);
  if (response.status >= 300) {
    throw new GuichetError('identity.registration', { retryable: true, action: 'retry', params: { status: response.status } });
  }
}
