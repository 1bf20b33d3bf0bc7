import type { Context } from '#app/core/context.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import type { identityContract } from '#shared/contract/identity.ts';
import type { Handlers, MethodsOf } from '#shared/contract/index.ts';
import { uuidv4 } from '#shared/domain/uuid.ts';
import { type AuthorizationServer, createAuthorizationServer } from './authorization-server.ts';
import { type Consents, createConsents } from './consents.ts';
import { lifetimesOn } from './identity-config.ts';
import { type Installation, installationOf } from './key-store.ts';
import { createLeases, machineNow } from './lease.ts';
import { registerInSandbox } from './sandbox-registration.ts';
import { createServerTime } from './server-time.ts';
import { createTokenStore } from './token-store.ts';

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
  let installed: Promise<Installation> | null = null;
  let server: Promise<AuthorizationServer> | null = null;
  const registered = new Set<string>();

  const installation = (): Promise<Installation> => {
    installed ??= installationOf(db, { clock: ports.clock, random: ports.random });
    return installed;
  };

  const register = async (redirectUri: string): Promise<void> => {
    if (config.controlBase === undefined || registered.has(redirectUri)) return;
    await registerInSandbox(
      context.net,
      config.controlBase,
      await installation(),
      redirectUri ? [redirectUri] : ['http://127.0.0.1/callback'],
    );
    registered.add(redirectUri);
  };

  const build = async (): Promise<AuthorizationServer> => {
    const { clientId, key } = await installation();
    const lifetimes = () => lifetimesOn(context.today());
    return createAuthorizationServer({ origin: config.authBase, clientId, key, net: context.net, random: ports.random, time, lifetimes });
  };

  const authorizationServer = async (redirectUri = ''): Promise<AuthorizationServer> => {
    await register(redirectUri);
    server ??= build();
    return server;
  };

  const leases = createLeases(db, machineNow(context), uuidv4(ports.random.bytes(16)));
  const consents = createConsents(context, authorizationServer);
  const tokens = createTokenStore({
    db,
    clock: ports.clock,
    timers: ports.timers,
    leases,
    server: () => authorizationServer(),
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
      'identity.cancel': async ({ id }) => {
        await consents.cancel(id);
        return {};
      },
      'identity.forget': ({ id }) => {
        consents.forget(id);
        return {};
      },
    },
    close: () => consents.stop(),
  };
}
