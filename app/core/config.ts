import type { Vendor } from '#app/vendor/vendor.ts';
import type { Environment, QuotaProfile } from '#shared/contract/settings.ts';

/** What differs between installations and profiles; hosts are data. */
export interface AppConfig {
  readonly profileDir: string;
  readonly environment: Environment;
  /** Origin of the authorization server, without trailing slash. */
  readonly authBase: string;
  /** Origin of the API gateway. */
  readonly apiBase: string;
  /** Origin of the simulator's control plane; sandbox only. */
  readonly controlBase?: string | undefined;
  /** What the vendor's signed file says; the sandbox asks its simulator instead. */
  readonly vendor?: Vendor | undefined;
  /** Overrides the quota of the environment; `off` only against a loopback server. */
  readonly quota?: QuotaProfile | undefined;
  readonly version: string;
  /** Path of the SQLite addon where the shipped one does not load. */
  readonly nativeBinding?: string | undefined;
  /** Goes on with a sync that was interrupted; the window does, the CLI's short commands do not. */
  readonly resume?: boolean | undefined;
  /** Can be locked, and starts so for a user with a PIN; the window's core, which people walk away from. */
  readonly locks?: boolean | undefined;
}
