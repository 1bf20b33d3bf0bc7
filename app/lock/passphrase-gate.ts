import type { Context } from '#app/core/context.ts';
import type { Writer } from '#app/platform/db/index.ts';
import { nextTry, type Tries, triesLeft } from '#app/users/pauses.ts';
import { GuichetError } from '#shared/domain/errors.ts';

export interface PassphraseGate {
  /** A try is written down before it is judged. @throws GuichetError `vault.refused`, `users.pinWait` */
  pass(passphrase: string): Promise<void>;
}

const NOTE = 'lock.tries';
const NONE: Tries = { failures: 0, retryAt: 0 };

/** The profile's passphrase at the lock: counted and paused as a PIN is, whoever starts the program anew. */
export function createPassphraseGate(
  { db, ports, audit, settings, users }: Pick<Context, 'db' | 'ports' | 'audit' | 'settings' | 'users'>,
  isPassphrase: (passphrase: string) => Promise<boolean>,
): PassphraseGate {
  const put = (tx: Writer, tries: Tries): void => settings.setNote(tx, NOTE, JSON.stringify(tries));
  return {
    pass: async (passphrase) => {
      const { failures } = db.write((tx) => {
        const before = JSON.parse(settings.note(tx, NOTE) ?? 'null') as Tries | null;
        const tried = nextTry(before ?? NONE, ports.clock.now());
        put(tx, tried);
        return tried;
      });
      if (await isPassphrase(passphrase)) {
        db.write((tx) => put(tx, NONE));
        return;
      }
      const { id } = users.current();
      db.write((tx) => audit.append(tx, { kind: 'lock.refused', userId: id, subjectId: id, params: { failures }, shown: true }));
      throw new GuichetError('vault.refused', { params: triesLeft(failures) });
    },
  };
}
