import type { Context } from '#app/core/context.ts';
import type { Vendor } from '#app/vendor/vendor.ts';
import type { Installation as View } from '#shared/contract/identity.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { REFRESH_LEASE_MS } from './identity-config.ts';
import { type KeyRow, keyOf, keyRows } from './key-store.ts';
import type { Leases } from './lease.ts';
import type { RelayClient } from './relay-client.ts';
import type { SigningKey } from './signing-key.ts';

export interface InstallationOptions {
  readonly context: Context;
  readonly leases: Leases;
  vendor(): Promise<Vendor>;
  relay(): Promise<RelayClient>;
  /** Ends what was consented to while the revoked key was ours. */
  forgetConsents(): void;
}

/** This installation's key pair: made here, known to SPF by the vendor's relay. Methods throw GuichetError `identity.*`, `vendor.*`, `net.*`. */
export interface Installation {
  /**
   * The key to sign with now; another process of the profile may have replaced it since the last call. A new one rests until SPF's copy of
   * the keys must have it.
   */
  signingKey(): Promise<SigningKey>;
  /** Made known to the relay, and a rotation that was cut short brought to its end. */
  ready(): Promise<void>;
  /** SPF did not find the key: the relay is asked again before the next use. */
  doubt(): void;
  rotate(): Promise<View>;
  revoke(): Promise<View>;
  view(): View;
}

const LEASE = 'installation-key';
/** The relay lets its key set be kept for one minute; SPF may not look again before. */
const REST_MS = 2 * 60_000;
const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const isAway = (error: unknown): boolean =>
  error instanceof GuichetError && (error.code.startsWith('net.') || error.code === 'identity.relay_unavailable');
const isUnknown = (error: unknown): boolean =>
  error instanceof GuichetError && (error.code === 'identity.relay_ended' || error.code === 'identity.relay_unknown');

export function createInstallation({ context, leases, vendor, relay, forgetConsents }: InstallationOptions): Installation {
  const { db, audit, events, ports, config } = context;
  /** Keys this process has seen the relay accept. */
  const confirmed = new Set<string>();
  let loaded: { readonly kid: string; readonly key: Promise<SigningKey> } | null = null;
  let settling: Promise<void> | null = null;

  const stored = async (state: 'current' | 'next'): Promise<KeyRow> => {
    const there = keyRows.inState(db, state);
    if (there) return there;
    const { makeSigningKey } = await import('./signing-key.ts');
    const jwk = await makeSigningKey();
    db.write((tx) => keyRows.insert(tx, jwk, state, context.now()));
    return keyRows.inState(db, state)!;
  };

  /** The key before, while the relay still publishes it. */
  const livingFormer = (): KeyRow | null => {
    const former = keyRows.inState(db, 'former');
    return former?.ends_at != null && former.ends_at > context.now() ? former : null;
  };

  const signingKey = async (): Promise<SigningKey> => {
    const current = await stored('current');
    const former = livingFormer();
    const row = former && (current.registered_at ?? 0) > context.now() - REST_MS ? former : current;
    if (loaded?.kid !== row.kid) loaded = { kid: row.kid, key: keyOf(row) };
    return loaded.key;
  };

  const registration = async (kid: string) => {
    const { relay: address, clientId } = await vendor();
    return { kid, relay: address, clientId, now: context.now() };
  };

  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!leases.take(LEASE, REFRESH_LEASE_MS)) throw new GuichetError('identity.busy', { action: 'retry', retryable: true });
    try {
      return await work();
    } finally {
      leases.release(LEASE);
    }
  };

  /** Asks the relay until when the old key lives. Asked before and cut short, it may have ended since: then the key set tells who succeeded. */
  const endOfFormer = async (current: KeyRow, next: KeyRow): Promise<number> => {
    const client = await relay();
    try {
      return await client.rotate(await keyOf(current), await keyOf(next));
    } catch (error) {
      if (!isUnknown(error)) throw error;
      confirmed.delete(current.kid);
      if (await client.publishes(next.kid)) return context.now();
      // Refused for good: the key before it stays what it was.
      db.write((tx) => keyRows.dropNext(tx, next.kid));
      throw error;
    }
  };

  /** The next key is on the disk before the relay hears of it, and signs only once the relay's answer is on the disk too. */
  const succeed = async (): Promise<void> => {
    const current = await stored('current');
    const next = await stored('next');
    const endsAt = await endOfFormer(current, next);
    const known = await registration(next.kid);
    db.write((tx) => {
      keyRows.succeed(tx, known, endsAt);
      audit.append(tx, { kind: 'installation.rotated', userId: context.users.current().id, subjectId: next.kid, shown: true });
    });
    confirmed.add(next.kid);
  };

  const register = async (): Promise<void> => {
    const row = await stored('current');
    if (confirmed.has(row.kid)) return;
    try {
      await (await relay()).register(await keyOf(row));
    } catch (error) {
      // It was accepted before; while the relay is away, SPF's copy of its keys may do.
      if (row.registered_at !== null && isAway(error)) return;
      throw error;
    }
    const known = await registration(row.kid);
    db.write((tx) => {
      keyRows.registered(tx, known);
      if (row.registered_at === null) audit.append(tx, { kind: 'installation.registered', subjectId: row.kid, shown: true });
    });
    confirmed.add(row.kid);
  };

  const settle = async (): Promise<void> => {
    if ((keyRows.inState(db, 'former')?.ends_at ?? Number.POSITIVE_INFINITY) <= context.now())
      db.write((tx) => keyRows.prune(tx, context.now()));
    if (keyRows.inState(db, 'next')) {
      await alone(succeed).catch((error: unknown) => {
        const code = error instanceof GuichetError ? error.code : 'internal';
        // The key in use goes on meanwhile.
        ports.log.write('warn', 'identity.rotationUnfinished', { code });
      });
    }
    await register();
  };

  const ready = (): Promise<void> => {
    settling ??= settle().finally(() => {
      settling = null;
    });
    return settling;
  };

  const view = (): View => {
    const [current, next] = (['current', 'next'] as const).map((state) => keyRows.inState(db, state));
    const living = livingFormer();
    return {
      environment: config.environment,
      kid: current?.kid ?? null,
      registeredAt: instant(current?.registered_at ?? null),
      relay: current?.relay ?? null,
      clientId: current?.client_id ?? null,
      rotating: next !== undefined,
      former: living ? { kid: living.kid, until: new Date(living.ends_at!).toISOString() } : null,
    };
  };

  const told = async (work: () => Promise<void>): Promise<View> => {
    await work().finally(() => events.publish('identity'));
    return view();
  };

  return {
    signingKey,
    ready,
    view,
    doubt: () => confirmed.clear(),
    rotate: () =>
      told(async () => {
        await ready();
        await alone(succeed);
      }),
    revoke: () =>
      told(() =>
        alone(async () => {
          const rows = (['current', 'next', 'former'] as const).flatMap((state) => keyRows.inState(db, state) ?? []);
          for (const row of rows) {
            // What the relay does not know needs no end.
            await (await relay()).revoke(await keyOf(row)).catch((error: unknown) => {
              if (!isUnknown(error)) throw error;
            });
          }
          forgetConsents();
          db.write((tx) => {
            keyRows.clear(tx);
            audit.append(tx, { kind: 'installation.revoked', userId: context.users.current().id, shown: true });
          });
        }),
      ),
  };
}
