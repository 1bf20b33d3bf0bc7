import type { Audit } from '#app/audit/audit.ts';
import type { Ports } from '#app/core/ports.ts';
import { command, type Database, query, type Writer } from '#app/platform/db/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { nextTry, triesLeft } from './pauses.ts';
import { hashPin, isPin, type PinHash } from './pin.ts';
import type { CurrentUser } from './users.ts';

export interface PinGate {
  /**
   * Passes when the user has no PIN or this is it; a try is written down before it is judged.
   * @throws GuichetError `users.pinNeeded`, `users.pinWrong`, `users.pinWait`
   */
  pass(userId: string, pin: string | undefined): Promise<void>;
  /**
   * A try by another secret than the PIN, counted like one. @param judge answers whether it is the right one; what else goes wrong it throws
   * @throws GuichetError `users.pinWait`, `recovery.refused`
   */
  passOtherwise(userId: string, judge: () => Promise<boolean>): Promise<void>;
  has(userId: string): boolean;
  /** What to write for a new PIN, `null` to take it away; computed before the transaction. */
  prepare(pin: string | null): Promise<PinHash | null>;
  put(tx: Writer, userId: string, pin: PinHash | null, kind?: 'user.pinRecovered'): void;
}

type Row = PinHash & { readonly failures: number; readonly retryAt: number };

const find = query<Row, { userId: string }>(
  'users.pin',
  'SELECT salt, cost, hash, failures, retry_at AS retryAt FROM user_pin WHERE user_id = @userId',
);
const count = command<{ userId: string; failures: number; retryAt: number }>(
  'users.pinTried',
  'UPDATE user_pin SET failures = @failures, retry_at = @retryAt WHERE user_id = @userId',
);
const drop = command<{ userId: string }>('users.dropPin', 'DELETE FROM user_pin WHERE user_id = @userId');
const put = command<{ userId: string; salt: Uint8Array; cost: number; hash: Uint8Array }>(
  'users.putPin',
  'INSERT INTO user_pin (user_id, salt, cost, hash) VALUES (@userId, @salt, @cost, @hash)',
);

/** @param users who works now, and names, for the trail */
export function createPinGate(
  db: Database,
  { clock, random }: Pick<Ports, 'clock' | 'random'>,
  audit: Audit,
  users: Pick<CurrentUser, 'current' | 'nameOf'>,
): PinGate {
  const tell = (tx: Writer, kind: string, userId: string, params: Readonly<Record<string, number>>): void =>
    audit.append(tx, {
      ...{ kind, userId: users.current().id, subjectId: userId, shown: true },
      params: { name: users.nameOf(userId) ?? '', ...params },
    });

  /** Counts the try before its answer is known, so that no number of tries at once gets around the pause. */
  const begin = (userId: string): Row | null =>
    db.write((tx) => {
      const row = tx.get(find, { userId });
      if (!row) return null;
      const tried = nextTry(row, clock.now());
      tx.run(count, { userId, ...tried });
      return { ...row, failures: tried.failures };
    });

  return {
    has: (userId) => db.get(find, { userId }) !== undefined,
    pass: async (userId, pin) => {
      if (!db.get(find, { userId })) return;
      if (pin === undefined) throw new GuichetError('users.pinNeeded');
      const row = begin(userId);
      if (!row) return;
      if (await isPin(pin, row)) {
        db.write((tx) => tx.run(count, { userId, failures: 0, retryAt: 0 }));
        return;
      }
      db.write((tx) => tell(tx, 'user.refused', userId, { failures: row.failures }));
      throw new GuichetError('users.pinWrong', { params: triesLeft(row.failures) });
    },
    passOtherwise: async (userId, judge) => {
      const row = begin(userId);
      if (!row || (await judge())) return;
      db.write((tx) => tell(tx, 'user.codeRefused', userId, { failures: row.failures }));
      throw new GuichetError('recovery.refused');
    },
    prepare: async (pin) => (pin === null ? null : hashPin(pin, random.bytes(16), clock)),
    put: (tx, userId, pin, kind) => {
      tx.run(drop, { userId });
      if (pin) tx.run(put, { userId, ...pin });
      tell(tx, kind ?? (pin ? 'user.pinSet' : 'user.pinRemoved'), userId, {});
    },
  };
}
