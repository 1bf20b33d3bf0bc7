import { createHash } from 'node:crypto';
import { compareVersions } from '#app/updates/versions.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Release, ReleaseFile } from './release.ts';

/** What a release is measured against. */
export interface Here {
  /** The version that runs. */
  readonly version: string;
  /** `win32-x64` and the like. */
  readonly target: string;
  /** Random, the same for ever on this installation; says only whose turn it is. */
  readonly installation: string;
  /** Steps the database has taken. */
  readonly schema: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface Offer {
  readonly release: Release;
  readonly file: ReleaseFile;
  /** Steps the database would take at the first start of the new version. */
  readonly steps: number;
}

/** 0 to 99, another for each version, so that not always the same installations go first. */
export function turnOf(installation: string, version: string): number {
  return createHash('sha256').update(`${installation} ${version}`).digest().readUInt32BE(0) % 100;
}

/**
 * What a release whose signature holds means here: an offer, or `null` when there is nothing to do.
 * @throws GuichetError `updates.expired`, `updates.older`, `updates.target`, `updates.schema`
 */
export function judge(release: Release, here: Here): Offer | null {
  if (Date.parse(release.until) <= here.now) throw new GuichetError('updates.expired');
  const newer = compareVersions(release.version, here.version);
  if (newer < 0) throw new GuichetError('updates.older', { params: { offered: release.version, version: here.version } });
  if (newer === 0 || turnOf(here.installation, release.version) >= release.rollout) return null;
  const file = release.files[here.target];
  if (!file) throw new GuichetError('updates.target', { params: { version: release.version } });
  const known = new Set(release.schema);
  const missing = here.schema.find((step) => !known.has(step));
  // It would find the database newer than itself and open nothing.
  if (missing !== undefined) throw new GuichetError('updates.schema', { params: { version: release.version, step: missing } });
  return { release, file, steps: release.schema.length - here.schema.length };
}
