import type { Handlers } from '#shared/contract/index.ts';
import type { RestoreStatus } from '#shared/contract/restore.ts';
import { zEnvironment } from '#shared/contract/settings.ts';
import type { KeyHolder, VaultStatus } from '#shared/contract/vault.ts';
import { type ErrorParams, GuichetError, toErrorShape } from '#shared/domain/errors.ts';

type Methods =
  | ('vault.status' | 'vault.unlock' | 'vault.create' | 'vault.recover' | 'vault.protect' | 'vault.retry' | 'shell.openProfileFolder')
  | ('restore.status' | 'restore.choose' | 'restore.run');

/** What a code on its screen needs. */
const PARAMS: Readonly<Record<string, ErrorParams>> = {
  'db.newer': { step: '0042' },
  'db.cutShort': { bytes: 40_960, expected: 4_194_304 },
  'vault.unreadable': { reason: 'EACCES' },
  'vault.notWritten': { reason: 'ENOSPC' },
  'db.damaged': { statement: 'quick_check' },
};

/**
 * The gate of a profile: `?gate=bare|sealed|lost`, or the code of what is broken: `?gate=db.wrongKey`. Any passphrase of twelve characters but
 * "wrong passphrase" opens it. `?keychain=none` for a machine without one, `?code=none` for a profile without a recovery code,
 * `?restore=backup.pieceDamaged` for what stops a restore half-way, `half` for a newest backup that is passed over.
 */
export function vaultDouble(
  params: URLSearchParams,
  emit: (topic: 'vault') => void,
  after: (ms: number, callback: () => void) => void,
): Handlers<Methods> {
  const gate = params.get('gate');
  const environment = zEnvironment.safeParse(params.get('environment') ?? (gate ? 'production' : 'sandbox')).data ?? 'sandbox';
  const half = params.get('restore') === 'half';
  const fails = half ? null : params.get('restore');
  const broken = gate?.includes('.') ? gate : null;
  const problem = broken ?? (gate === 'lost' ? 'vault.keychainChanged' : null);
  let status: VaultStatus = {
    state: broken ? 'broken' : gate === 'bare' || gate === 'sealed' || gate === 'lost' ? gate : 'open',
    problem: problem === null ? null : toErrorShape(new GuichetError(problem, { params: PARAMS[problem] ?? {} })),
    holders: gate === 'sealed' ? ['passphrase'] : gate === 'bare' ? [] : environment === 'sandbox' ? ['file'] : ['keychain'],
    keychain: params.get('keychain') === 'none' ? null : 'gnome_libsecret',
    environment,
    required: environment !== 'sandbox',
    hasCode: params.get('code') !== 'none',
    folder: '/home/accountant/.config/guichet/profiles/production',
  };
  let restore: RestoreStatus = { folder: null, generations: [], state: 'idle', done: 0, total: 0, problem: null, aside: null, skipped: [] };
  const open = (holders: readonly KeyHolder[] = status.holders): VaultStatus => {
    status = { ...status, state: 'open', problem: null, holders: [...holders] };
    emit('vault');
    return status;
  };
  const step = (): void => {
    const done = Math.min(restore.total, restore.done + 4_400_000);
    restore = { ...restore, done };
    if (fails && done > restore.total / 2) restore = { ...restore, state: 'idle', problem: toErrorShape(new GuichetError(fails)) };
    else if (done < restore.total) after(300, step);
    else {
      restore = { ...restore, state: 'done', aside: `${status.folder}.aside-2026-11-23`, skipped: half ? ['2026-11-22'] : [] };
      open(status.keychain ? ['keychain'] : ['passphrase']);
    }
    emit('vault');
  };
  return {
    'vault.status': () => status,
    'vault.unlock': ({ passphrase }) => {
      if (passphrase === 'wrong passphrase' || passphrase.length < 12) throw new GuichetError('vault.refused');
      return open();
    },
    'vault.create': () => open(['passphrase']),
    'vault.recover': ({ code, passphrase }) => {
      if (code.length < 10) throw new GuichetError('recovery.mistyped', { params: { group: 2 } });
      if (!status.keychain && !passphrase) throw new GuichetError('vault.passphraseNeeded');
      return open(status.keychain ? ['keychain'] : ['passphrase']);
    },
    'vault.protect': ({ keychain, passphrase }) => {
      const word = passphrase === undefined ? status.holders.includes('passphrase') : passphrase !== null;
      if (!keychain && !word) throw new GuichetError('vault.nobody');
      return open([...(keychain ? (['keychain'] as const) : []), ...(word ? (['passphrase'] as const) : [])]);
    },
    'vault.retry': () => status,
    'shell.openProfileFolder': () => ({}),
    'restore.status': () => restore,
    'restore.choose': () => {
      const at = ['2026-11-22T18:00:00.000Z', '2026-11-21T18:00:00.000Z', '2026-11-15T18:00:00.000Z'];
      restore = { ...restore, folder: '/mnt/share/guichet', generations: at.map((each) => ({ id: each.slice(0, 10), at: each })) };
      return restore;
    },
    'restore.run': ({ code }) => {
      if (code.length < 10) throw new GuichetError('recovery.mistyped', { params: { group: 2 } });
      restore = { ...restore, state: 'running', done: 0, total: 22_000_000, problem: null };
      after(300, step);
      return restore;
    },
  };
}
