import { command, type Database, query } from '#app/platform/db/index.ts';
import type { SettingsStore } from '#app/settings/settings-store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { User } from '#shared/contract/users.ts';
import { GuichetError } from '#shared/domain/errors.ts';

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
  /** @throws GuichetError `users.unknown` */
  switchTo(id: string): void;
}

type Row = Omit<User, 'active'> & { readonly active: number };
type Stored = { id: string; name: string; initials: string; role: string; active: number };

const CURRENT = 'users.current';
/** The first user may do everything; the firm gives them their name. */
const FIRST_USER: Omit<User, 'id'> = { name: 'U1', initials: 'U1', role: 'partner', active: true };

const allUsers = query<Row>('users.all', 'SELECT id, name, initials, role, active FROM user ORDER BY name, id');
const putUser = command<Stored>(
  'users.put',
  `INSERT INTO user (id, name, initials, role, active) VALUES (@id, @name, @initials, @role, @active)
   ON CONFLICT (id) DO UPDATE SET name = excluded.name, initials = excluded.initials, role = excluded.role, active = excluded.active,
     version = version + 1`,
);

export function createUserStore(db: Database, settings: SettingsStore, id: () => string): UserStore {
  const users = (): User[] => db.all(allUsers).map((row) => ({ ...row, active: row.active === 1 }));
  const store = (user: User, makeCurrent: boolean): void =>
    db.write((tx) => {
      tx.run(putUser, { id: user.id, name: user.name, initials: user.initials, role: user.role, active: user.active ? 1 : 0 });
      if (makeCurrent) settings.setNote(tx, CURRENT, user.id);
    });
  if (users().length === 0) store({ id: id(), ...FIRST_USER }, true);

  const find = (userId: string): User => {
    const user = users().find((each) => each.id === userId);
    if (!user) throw new GuichetError('users.unknown');
    return user;
  };
  const current = (): User => {
    const noted = settings.note(db, CURRENT);
    const active = users().filter((user) => user.active);
    return active.find((user) => user.id === noted) ?? active[0]!;
  };

  return {
    current,
    byId: (userId) => users().find((user) => user.id === userId) ?? null,
    nameOf: (userId) => users().find((user) => user.id === userId)?.name ?? null,
    list: () => ({ users: users(), currentId: current().id }),
    save: (input) => {
      const before = input.id ? find(input.id) : null;
      const { name, initials, role } = input;
      const user: User = { id: before?.id ?? id(), name, initials, role, active: input.active ?? before?.active ?? true };
      const partners = users().filter((each) => each.id !== user.id && each.active && each.role === 'partner').length;
      if (partners === 0 && !(user.active && user.role === 'partner')) throw new GuichetError('users.lastPartner');
      store(user, false);
    },
    switchTo: (userId) => {
      const user = find(userId);
      if (!user.active) throw new GuichetError('users.unknown');
      db.write((tx) => {
        settings.setNote(tx, CURRENT, user.id);
      });
    },
  };
}
