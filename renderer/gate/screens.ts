import type { VaultStatus } from '#shared/contract/vault.ts';

/** What a person can do about a profile that does not open. `folder`: puts files back by hand. */
export type Way = 'create' | 'passphrase' | 'retry' | 'update' | 'code' | 'restore' | 'folder';

/**
 * The screens and their ways out, the best first. A lost or broken profile has the screen of its problem's code. Their words are
 * `gate.title.<screen>` and `gate.text.<screen>`.
 */
const TABLE = {
  bare: ['create', 'restore'],
  sealed: ['passphrase', 'code', 'restore'],
  'vault.keychainGone': ['retry', 'code', 'restore'],
  'vault.keychainChanged': ['code', 'retry', 'restore'],
  'vault.missing': ['code', 'restore', 'folder'],
  'vault.damaged': ['code', 'restore', 'folder'],
  'vault.unreadable': ['retry'],
  'vault.notWritten': ['retry'],
  'vault.newer': ['update', 'restore'],
  'db.wrongKey': ['code', 'restore', 'folder'],
  'db.cutShort': ['restore', 'folder'],
  'db.blanked': ['restore', 'folder'],
  'db.missing': ['restore', 'folder'],
  'db.damaged': ['restore', 'folder'],
  'db.newer': ['update'],
  'db.busy': ['retry'],
  'db.diskFull': ['retry'],
} as const satisfies Readonly<Record<string, readonly Way[]>>;

export type KnownScreen = keyof typeof TABLE;
/** `other`: says the error in its own words. */
export type Screen = KnownScreen | 'other';
export const SCREENS: Readonly<Record<Screen, readonly Way[]>> = { ...TABLE, other: ['retry'] };

const isKnown = (name: string): name is KnownScreen => name in TABLE;

export type ShutState = Exclude<VaultStatus['state'], 'opening' | 'open'>;
export interface Shut extends VaultStatus {
  readonly state: ShutState;
}
const SHUT: ReadonlySet<VaultStatus['state']> = new Set<ShutState>(['bare', 'sealed', 'lost', 'broken']);
/** Whether somebody has to do something before the profile opens. */
export const isShut = (status: VaultStatus): status is Shut => SHUT.has(status.state);

export function screenOf({ state, problem }: Pick<Shut, 'state' | 'problem'>): Screen {
  if (state === 'bare' || state === 'sealed') return state;
  return problem !== null && isKnown(problem.code) ? problem.code : 'other';
}

/** Without those that this profile does not have. */
export const waysOf = (status: Pick<Shut, 'state' | 'problem' | 'hasCode'>): readonly Way[] =>
  SCREENS[screenOf(status)].filter((way) => way !== 'code' || status.hasCode);
