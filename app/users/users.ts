import type { Audit } from '#app/audit/audit.ts';
import { command, type Database, query } from '#app/platform/db/index.ts';
import type { SettingsStore } from '#app/settings/settings-store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { User } from '#shared/contract/users.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { initialsOf } from '#shared/domain/initials.ts';

/** Who acts; so that "who" means something in every row. */
export interface CurrentUser {
  current(): User;
  /** `null` when unknown. */
  byId(id: string | null): User | null;
  /** The name of a user by id, `null` when unknown. */
  nameOf(id: string | null): string | null;
}

export interface UserStore extends CurrentUser {
  list(): Output<'users.list'>;
  /** @throws GuichetError `users.unknown`, `users.lastPartner` */
  save(input: Parsed<'users.save'>): void;
  /** Without asking for a PIN: that is the gate's. @throws GuichetError `users.unknown` */
  switchTo(id: string): void;
  /** An active user. @throws GuichetError `users.unknown` */
  active(id: string): User;
}

export interface UserStoreOptions {
  /** Name of the account on this machine: the first user's, until the firm gives another. */
  readonly account?: string | null | undefined;
  readonly audit?: Audit | undefined;
}

type Row = Omit<User, 'active' | 'hasPin'> & { readonly active: number; readonly pin: number };
type Stored = { id: string; name: string; initials: string; role: string; active: number };

const CURRENT = 'users.current';
const LONGEST_NAME = 80;

const allUsers = query<Row>(
  'users.all',
  `SELECT id, name, initials, role, active, EXISTS (SELECT 1 FROM user_pin WHERE user_id = user.id) AS pin FROM user ORDER BY name, id`,
);
const putUser = command<Stored>(
  'users.put',
  `INSERT INTO user (id, name, initials, role, active) VALUES (@id, @name, @initials, @role, @active)
   ON CONFLICT (id) DO UPDATE SET name = excluded.name, initials = excluded.initials, role = excluded.role, active = excluded.active,
     version = version + 1`,
);

/** The first user may do everything. */
function firstUser(account: string | null | undefined): Omit<User, 'id'> {
  const name = (account ?? '').trim().slice(0, LONGEST_NAME);
  const named = name === '' ? { name: 'U1', initials: 'U1' } : { name, initials: initialsOf(name) || 'U1' };
  return { ...named, role: 'partner', active: true, hasPin: false };
}

export function createUserStore(db: Database, settings: SettingsStore, id: () => string, options: UserStoreOptions = {}): UserStore {
  const users = (): User[] => db.all(allUsers).map(({ pin, ...row }) => ({ ...row, active: row.active === 1, hasPin: pin === 1 }));
  const store = ({ id: userId, name, initials, role, active }: Omit<User, 'hasPin'>, by: string | null): void =>
    db.write((tx) => {
      tx.run(putUser, { id: userId, name, initials, role, active: active ? 1 : 0 });
      if (by === null) settings.setNote(tx, CURRENT, userId);
      options.audit?.append(tx, {
        kind: 'user.saved',
        userId: by,
        subjectId: userId,
        params: { name, role, active: active ? 1 : 0 },
        shown: by !== null,
      });
    });
  if (users().length === 0) store({ id: id(), ...firstUser(options.account) }, null);

  const find = (userId: string): User => {
    const user = users().find((each) => each.id === userId);
    if (!user) throw new GuichetError('users.unknown');
    return user;
  };
  const active = (userId: string): User => {
    const user = find(userId);
    if (!user.active) throw new GuichetError('users.unknown');
    return user;
  };
  const current = (): User => {
    const noted = settings.note(db, CURRENT);
    const able = users().filter((user) => user.active);
    return able.find((user) => user.id === noted) ?? able[0]!;
  };

  return {
    current,
    active,
    byId: (userId) => users().find((user) => user.id === userId) ?? null,
    nameOf: (userId) => users().find((user) => user.id === userId)?.name ?? null,
    list: () => ({ users: users(), currentId: current().id }),
    save: (input) => {
      const before = input.id ? find(input.id) : null;
      const { name, initials, role } = input;
      const user = { id: before?.id ?? id(), name, initials, role, active: input.active ?? before?.active ?? true };
      const partners = users().filter((each) => each.id !== user.id && each.active && each.role === 'partner').length;
      if (partners === 0 && !(user.active && user.role === 'partner')) throw new GuichetError('users.lastPartner');
      store(user, current().id);
    },
    switchTo: (userId) => {
      const user = active(userId);
      const by = current().id;
      db.write((tx) => {
        settings.setNote(tx, CURRENT, user.id);
        if (by !== user.id) options.audit?.append(tx, { kind: 'user.switched', userId: user.id, subjectId: user.id, shown: true });
      });
    },
  };
}
