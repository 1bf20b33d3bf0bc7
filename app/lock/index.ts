import type { Context } from '#app/core/context.ts';
import type { Writer } from '#app/platform/db/index.ts';
import { createPinGate } from '#app/users/pin-gate.ts';
import type { UserStore } from '#app/users/users.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { LockStatus } from '#shared/contract/lock.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { isOpenWhileLocked, isTakenLate } from '#shared/domain/lock-table.ts';
import { createPassphraseGate } from './passphrase-gate.ts';
import type { PassphraseJudge } from './passphrase-judge.ts';

export interface Lock {
  readonly handlers: Handlers<'lock.status' | 'lock.lock' | 'lock.notice' | 'lock.unlock'>;
  /** Passes what may go on behind the lock, and everything while it is open. @throws GuichetError `lock.locked` */
  readonly pass: (method: string) => void;
  readonly isLocked: () => boolean;
  close(): Promise<void>;
}

type By = LockStatus['by'];
type Cause = 'hand' | 'idle' | 'screen' | 'sleep';

/** How long what was being typed when the lock fell is still taken, from the moment the window learns of it. */
const LATE_MS = 10_000;
/** Noted while locked, so that starting again is no way around. */
const HELD = 'lock.held';

/** The lock of the application: a state of the opened core, for whoever calls it through its door. */
export async function createLock(context: Context, users: UserStore, vault: PassphraseJudge): Promise<Lock> {
  const { config, db, ports, audit, events, settings } = context;
  const pins = createPinGate(db, ports, audit, users);
  const passphrases = createPassphraseGate(context, vault.isPassphrase);
  /** What it fell with; `null`: it is open. */
  let held: By = null;
  let late = false;
  /** Runs from when the window was told first; asking again gives no more time. */
  let cancelLate: (() => void) | null = null;

  const hasPassphrase = async (): Promise<boolean> => {
    // Whoever takes the vault's file away does not open a locked screen by it.
    if (held === 'passphrase') return true;
    return vault.facts().then(
      ({ holders }) => holders.includes('passphrase'),
      () => false,
    );
  };
  const opener = async (): Promise<By> => {
    const pinned = (): boolean => pins.has(users.current().id);
    if (pinned()) return 'pin';
    const phrased = await hasPassphrase();
    if (pinned()) return 'pin';
    return phrased ? 'passphrase' : null;
  };
  const put = (by: By, tell: (tx: Writer) => void): void => {
    db.write((tx) => {
      settings.setNote(tx, HELD, by === null ? '' : '1');
      tell(tx);
    });
    held = by;
    late = by !== null;
    cancelLate?.();
    cancelLate = null;
    events.publish('lock');
    events.publish('activity');
  };
  const row = (kind: string, params: Readonly<Record<string, string>>) => {
    const { id } = users.current();
    return { kind, userId: id, subjectId: id, params, shown: true };
  };
  const fall = async (cause: Cause): Promise<void> => {
    const by = config.locks ? await opener() : null;
    if (held === null && by !== null) put(by, (tx) => audit.append(tx, row('lock.locked', { cause })));
  };
  const lift = (how: NonNullable<By> | 'nobody'): void => put(null, (tx) => audit.append(tx, row('lock.opened', { how })));

  const status = async (): Promise<LockStatus> => {
    const by = await opener();
    // The only PIN was taken away, with the recovery code of the profile: it opens everything, and nothing else could.
    if (held !== null && by === null) lift('nobody');
    const person = ({ id, name, initials }: LockStatus['user']): LockStatus['user'] => ({ id, name, initials });
    const { users: all, currentId } = users.list();
    return {
      locked: held !== null,
      by,
      user: person(users.current()),
      others: all.filter(({ id, active, hasPin }) => active && hasPin && id !== currentId).map(person),
    };
  };
  /** The same, for the window: from now on it knows. */
  const told = async (): Promise<LockStatus> => {
    if (late)
      cancelLate ??= ports.timers.after(LATE_MS, () => {
        late = false;
      });
    return status();
  };

  const prove = async (userId: string, secret: string): Promise<NonNullable<By>> => {
    if (pins.has(userId)) {
      await pins.pass(userId, secret);
      return 'pin';
    }
    // Choosing somebody without a PIN proves nothing.
    if (userId !== users.current().id || !(await hasPassphrase())) throw new GuichetError('lock.noPin');
    await passphrases.pass(secret);
    return 'passphrase';
  };

  // A restart, of the program or of a core that died, is no way around.
  const atStart = config.locks ? await opener() : null;
  if (atStart === 'pin' || (atStart !== null && settings.note(db, HELD) === '1')) held = atStart;

  return {
    isLocked: () => held !== null,
    pass: (method) => {
      if (held === null || isOpenWhileLocked(method) || (late && isTakenLate(method))) return;
      throw new GuichetError('lock.locked');
    },
    handlers: {
      'lock.status': told,
      'lock.lock': async () => {
        await fall('hand');
        if (held === null) throw new GuichetError('lock.nothing');
        return told();
      },
      'lock.notice': async ({ cause }) => {
        await fall(cause);
        return status();
      },
      'lock.unlock': async ({ secret, userId }) => {
        if (held === null) return status();
        const id = userId === undefined ? users.current().id : users.active(userId).id;
        const how = await prove(id, secret).finally(() => events.publish('activity'));
        // Opened meanwhile by somebody else, who works now.
        if (held === null) return status();
        if (id !== users.current().id) {
          users.switchTo(id);
          events.publish('users');
        }
        lift(how);
        return status();
      },
    },
    close: async () => {
      cancelLate?.();
      // A passphrase that nothing stands beside is asked for at the next start anyway.
      const { holders } = await vault.facts().catch(() => ({ holders: [] }));
      if (held === 'passphrase' && holders.join() === 'passphrase') db.write((tx) => settings.setNote(tx, HELD, ''));
    },
  };
}
