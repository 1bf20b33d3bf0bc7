import type { Context } from '#app/core/context.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import { createHttp } from '#app/platform/http/http.ts';
import { redirectUriOf } from '#app/vendor/vendor.ts';
import type { identityContract } from '#shared/contract/identity.ts';
import type { Handlers, MethodsOf } from '#shared/contract/index.ts';
import { uuidv4 } from '#shared/domain/uuid.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import { type Consents, createConsents } from './consents.ts';
import { lifetimesOn } from './identity-config.ts';
import { createInstallation } from './installation.ts';
import { createLeases, machineNow } from './lease.ts';
import { createServerTime } from './server-time.ts';
import { createTokenStore } from './token-store.ts';
import { createVendorSource } from './vendor-source.ts';

export type { Consents } from './consents.ts';
export { identityMigrations } from './migrations.ts';

type IdentityMethod = Extract<keyof typeof identityContract, MethodsOf<'core'>>;

export interface Identity {
  readonly tokens: AccessTokens;
  readonly consents: Consents;
  readonly handlers: Handlers<IdentityMethod>;
  /** Gives up attempts under way; their listeners close. */
  close(): Promise<void>;
}

/** Consents and access tokens of one profile. Nothing touches the network or makes a key before it is needed. */
export function createIdentity(context: Context): Identity {
  const { config, db, ports } = context;
  const time = createServerTime(ports.clock);
  const vendor = createVendorSource(context);
  const leases = createLeases(db, machineNow(context), uuidv4(ports.random.bytes(16)));
  const relayNet = createHttp(ports.net, null, ports.log);
  let server: Promise<AuthorizationServer> | null = null;

  const installation = createInstallation({
    context,
    leases,
    vendor,
    relay: async () => {
      const [{ createRelayClient }, known] = await Promise.all([import('./relay-client.ts'), vendor()]);
      return createRelayClient(relayNet, known);
    },
    forgetConsents: () => consents.forgetAll(),
  });

  const build = async (): Promise<AuthorizationServer> => {
    // OpenID Connect is only loaded by who connects.
    const [{ createAuthorizationServer }, known] = await Promise.all([import('./authorization-server.ts'), vendor()]);
    const { clientId } = known;
    const redirectUri = redirectUriOf(known);
    const lifetimes = () => lifetimesOn(context.today());
    const { net } = context;
    const { random } = ports;
    return createAuthorizationServer({
      ...{ origin: config.authBase, clientId, redirectUri, net, random, time, lifetimes },
      key: installation.signingKey,
      onUnknownKey: installation.doubt,
    });
  };

  const authorizationServer = async (): Promise<AuthorizationServer> => {
    await installation.ready();
    server ??= build();
    return server;
  };

  const consents = createConsents(context, authorizationServer);
  const tokens = createTokenStore({
    db,
    clock: ports.clock,
    timers: ports.timers,
    leases,
    server: authorizationServer,
    onExpired: (consent) => {
      const params = { ecb: consent.enterprise_number };
      db.write((tx) => context.audit.append(tx, { kind: 'consent.expired', subjectId: consent.id, params, shown: true }));
      context.events.publish('identity');
    },
  });

  return {
    tokens,
    consents,
    handlers: {
      'identity.list': () => ({ consents: [...consents.list()] }),
      'identity.begin': ({ ecb, kind }) => consents.begin(ecb, kind),
      'identity.renew': ({ id }) => consents.renew(id),
      'identity.cancel': async ({ id }) => {
        await consents.cancel(id);
        return {};
      },
      'identity.forget': ({ id }) => {
        consents.forget(id);
        return {};
      },
      'identity.installation': installation.view,
      'identity.rotateKey': installation.rotate,
      'identity.revokeInstallation': installation.revoke,
    },
    close: () => consents.stop(),
  };
}
