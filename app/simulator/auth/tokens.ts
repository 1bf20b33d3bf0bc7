import { randomBytes } from 'node:crypto';
import type { SimClock } from '../clock.ts';
import type { Owner } from '../documents.ts';
import type { Lifetimes } from '../options.ts';

/** What a person consented to. Everything issued from it belongs to one family. */
export interface Grant {
  readonly family: string;
  readonly clientId: string;
  /** National number of the person. */
  readonly subject: string;
  /** The enterprise of `ecb`, or the person itself when no enterprise was named. */
  readonly actor: Owner;
  readonly scopes: readonly string[];
  /** Milliseconds since the epoch. */
  readonly consentedAt: number;
}

interface Issued {
  readonly grant: Grant;
  readonly expiresAt: number;
}

export interface Code extends Issued {
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string;
  used: boolean;
}

/** State of the token store as saved; codes are not, they live ten seconds. */
export interface StoredTokens {
  readonly access: readonly (readonly [string, Issued])[];
  readonly refresh: readonly (readonly [string, Issued & { readonly spent: boolean }])[];
}

const secret = (): string => randomBytes(32).toString('base64url');

/** Codes, access tokens and refresh tokens. Opaque to the client; only this store knows what they open. */
export class TokenStore {
  readonly #clock: SimClock;
  readonly #lifetimes: Lifetimes;
  readonly #codes = new Map<string, Code>();
  readonly #access = new Map<string, Issued>();
  readonly #refresh = new Map<string, Issued & { spent: boolean }>();

  constructor(clock: SimClock, lifetimes: Lifetimes) {
    this.#clock = clock;
    this.#lifetimes = lifetimes;
  }

  issueCode(grant: Grant, redirectUri: string, challenge: string, nonce: string): string {
    const code = secret();
    this.#codes.set(code, { grant, redirectUri, challenge, nonce, used: false, expiresAt: this.#after(this.#lifetimes.codeSeconds) });
    return code;
  }

  code(code: string): Code | undefined {
    return this.#codes.get(code);
  }

  /** A new pair; a family has at any time one refresh token that is not spent. */
  issuePair(grant: Grant): { access: string; refresh: string; expiresIn: number } {
    this.#prune();
    const access = secret();
    const refresh = secret();
    this.#access.set(access, { grant, expiresAt: this.#after(this.#lifetimes.accessSeconds) });
    this.#refresh.set(refresh, { grant, expiresAt: this.#after(this.#lifetimes.refreshSeconds), spent: false });
    return { access, refresh, expiresIn: this.#lifetimes.accessSeconds };
  }

  access(token: string): Grant | 'unknown' | 'expired' {
    const issued = this.#access.get(token);
    if (!issued) return 'unknown';
    return issued.expiresAt > this.#clock.now() ? issued.grant : 'expired';
  }

  /** Spends a refresh token. A spent one that comes back means theft or a lost answer: its whole family dies. */
  spend(token: string, clientId: string): Grant | null {
    const issued = this.#refresh.get(token);
    if (!issued || issued.grant.clientId !== clientId) return null;
    if (issued.spent) {
      this.revoke(issued.grant.family);
      return null;
    }
    if (issued.expiresAt <= this.#clock.now()) return null;
    issued.spent = true;
    return issued.grant;
  }

  revoke(family: string): void {
    for (const store of [this.#access, this.#refresh]) {
      for (const [token, issued] of store) if (issued.grant.family === family) store.delete(token);
    }
  }

  clear(): void {
    this.#codes.clear();
    this.#access.clear();
    this.#refresh.clear();
  }

  store(): StoredTokens {
    this.#prune();
    return { access: [...this.#access], refresh: [...this.#refresh] };
  }

  load(stored: StoredTokens): void {
    for (const [token, issued] of stored.access) this.#access.set(token, issued);
    for (const [token, issued] of stored.refresh) this.#refresh.set(token, { ...issued });
  }

  #after(seconds: number): number {
    return this.#clock.now() + seconds * 1000;
  }

  /** Expired tokens stay known for a day, so that the answer can say "expired" and not "invalid". */
  #prune(): void {
    const limit = this.#clock.now() - 86_400_000;
    for (const store of [this.#codes, this.#access, this.#refresh]) {
      for (const [token, issued] of store) if (issued.expiresAt < limit) store.delete(token);
    }
  }
}
