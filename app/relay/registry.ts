import { type Installation, isPublished } from './installation.ts';
import { createKeySet } from './key-set.ts';
import type { Nonces } from './nonces.ts';
import { checkProof, type Purpose } from './proof.ts';
import { RelayError } from './relay-error.ts';
import type { Store } from './store.ts';

/** Assertions live at most 30 minutes (SPF refuses longer ones), so a replaced key is published that much longer. */
export const OVERLAP_MS = 30 * 60_000;
/** An ended key is remembered this long, so that its return can be refused. */
const REMEMBERED_MS = 400 * 86_400_000;

export interface RegistryOptions {
  readonly store: Store;
  readonly nonces: Nonces;
  /** Where installations reach the relay; proofs must name it. */
  readonly address: string;
  readonly now: () => number;
  /** Largest number of published keys: SPF reads them all. */
  readonly capacity: number;
}

/** Who may be an installation of this vendor, and with which key. */
export interface Registry {
  register(proof: string): Promise<{ readonly kid: string; readonly isNew: boolean }>;
  /** @param proofs the old key's proof naming the new one, and the new key's own */
  rotate(proofs: { readonly previous: string; readonly next: string }): Promise<{ readonly kid: string; readonly endsAt: number }>;
  /** By the installation itself. */
  revoke(kid: string, proof: string): Promise<void>;
  /** By the vendor, without the key: a stolen machine cannot sign. */
  revokeAsVendor(kid: string): Promise<void>;
  /** The published keys, as JSON. */
  keys(): Promise<Buffer>;
}

export function createRegistry({ store, nonces, address, now, capacity }: RegistryOptions): Registry {
  const check = (jws: string, purpose: Purpose) => checkProof(jws, { audience: address, purpose, isNonce: nonces.isOurs });

  const keySet = createKeySet(store, now);
  const known = async (kid: string): Promise<Installation> => {
    const installation = await store.find(kid);
    if (!installation) throw new RelayError('relay.unknown');
    return installation;
  };

  /** A key that ended never comes back: whoever holds it may be a thief. */
  const admit = async (proof: Awaited<ReturnType<typeof check>>): Promise<boolean> => {
    const before = await store.find(proof.key.kid);
    if (before?.endsAt != null) throw new RelayError('relay.ended');
    if (!before && (await store.published(now())).length >= capacity) throw new RelayError('relay.full');
    const isNew = await store.add(proof.key, now());
    keySet.forget();
    return isNew;
  };

  const end = async (kid: string): Promise<void> => {
    await store.end(kid, now(), 'revoked');
    keySet.forget();
  };

  return {
    register: async (jws) => {
      const proof = await check(jws, 'register');
      const isNew = await admit(proof);
      await store.prune(now() - REMEMBERED_MS);
      return { kid: proof.key.kid, isNew };
    },
    rotate: async ({ previous, next }) => {
      const [old, fresh] = await Promise.all([check(previous, 'rotate'), check(next, 'register')]);
      if (old.claims.next !== fresh.key.kid || old.key.kid === fresh.key.kid) throw new RelayError('relay.proof');
      const installation = await known(old.key.kid);
      if (!isPublished(installation, now()) || installation.reason === 'revoked') throw new RelayError('relay.ended');
      await admit(fresh);
      const endsAt = Math.min(installation.endsAt ?? Number.POSITIVE_INFINITY, now() + OVERLAP_MS);
      await store.end(old.key.kid, endsAt, 'replaced');
      keySet.forget();
      return { kid: fresh.key.kid, endsAt };
    },
    revoke: async (kid, jws) => {
      const proof = await check(jws, 'revoke');
      if (proof.key.kid !== kid) throw new RelayError('relay.notYours');
      await known(kid);
      await end(kid);
    },
    revokeAsVendor: async (kid) => {
      await known(kid);
      await end(kid);
    },
    keys: keySet.bytes,
  };
}
