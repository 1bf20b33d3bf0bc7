import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPlainDatabase } from '#app/platform/db/index.ts';
import { createHttp } from '#app/platform/http/http.ts';
import { createNodeNet } from '#app/platform/node/net.ts';
import { readConfig } from '#app/relay/config.ts';
import { type Relay, startRelay } from '#app/relay/relay.ts';
import { createRelayClient, type RelayClient } from './relay-client.ts';
import { loadSigningKey, makeSigningKey, type SigningKey } from './signing-key.ts';

const ADDRESS = 'https://relay.example/guichet';
const ENROLMENT = 'given-by-the-vendor';

let keys: readonly SigningKey[];
let relay: Relay;
beforeAll(async () => {
  keys = await Promise.all([1, 2].map(async () => loadSigningKey(await makeSigningKey())));
});
beforeEach(async () => {
  const config = readConfig({ RELAY_ADDRESS: ADDRESS, RELAY_SECRET: 's'.repeat(32), RELAY_PORT: '0', RELAY_ENROLMENT_CODE: ENROLMENT });
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  relay = await startRelay({ ...config, capacity: 1 }, { sql: openPlainDatabase(':memory:'), now: Date.now, random });
});
afterEach(() => relay.close());

/** The relay behind its vendor's proxy. */
function clientWith(enrolment: string | undefined, spoil?: (body: string) => string): RelayClient {
  const net = createNodeNet({ origins: [relay.address] });
  const proxied = createHttp(
    {
      send: (request) => {
        const body = typeof request.body === 'string' && spoil ? spoil(request.body) : request.body;
        return net.send({ ...request, body, url: request.url.replace(ADDRESS, relay.address) });
      },
    },
    null,
    { write: () => undefined },
  );
  return createRelayClient(proxied, { relay: ADDRESS, enrolment });
}
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code: string }) => error.code,
  );

describe('the vendor’s relay', () => {
  it('is shown the enrolment code of the vendor file and its address below a path', async () => {
    const [mine, other] = keys as [SigningKey, SigningKey];
    expect(await codeOf(clientWith(undefined).register(mine))).toBe('identity.relay_enrolment');
    const client = clientWith(ENROLMENT);
    expect([await codeOf(client.register(mine)), await client.publishes(mine.kid)]).toEqual(['none', true]);
    expect(await codeOf(client.register(mine))).toBe('none');
    expect(await codeOf(client.register(other))).toBe('identity.relay_full');
  });

  it('refuses in our own terms', async () => {
    const [mine, other] = keys as [SigningKey, SigningKey];
    const client = clientWith(ENROLMENT);
    expect(await codeOf(client.rotate(mine, other))).toBe('identity.relay_unknown');
    expect(await codeOf(clientWith(ENROLMENT, (body) => body.replace('"proof":"e', '"proof":"f')).register(mine))).toBe(
      'identity.registration',
    );
    await client.register(mine);
    await client.revoke(mine);
    expect([await codeOf(client.register(mine)), await client.publishes(mine.kid)]).toEqual(['identity.relay_ended', false]);
  });

  it('that slows us down or is broken may be asked again', async () => {
    const [mine] = keys as [SigningKey];
    const client = clientWith('wrong-enrolment-code');
    for (let i = 0; i < 10; i += 1) await codeOf(client.register(mine));
    await expect(client.register(mine)).rejects.toMatchObject({ code: 'identity.relay_unavailable', retryable: true });
  });
});
