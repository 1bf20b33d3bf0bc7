import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import type { Timers } from '#app/core/ports.ts';
import { createStage, type Stage } from '#app/core/testing.ts';
import { newRecoveryCode } from '#app/recovery/index.ts';
import { createProfileVault } from '#app/vault/index.ts';
import { contract, type Handlers, type Method, WINDOW_METHODS } from '#shared/contract/index.ts';
import type { Role } from '#shared/contract/users.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { isOpenWhileLocked, isTakenLate, LOCK_TABLE } from '#shared/domain/lock-table.ts';
import { createLock, type Lock } from './index.ts';
import { passphraseJudge } from './passphrase-judge.ts';
import { unnamed } from './unnamed.ts';

const PIN = '271828';
const OTHER_PIN = '314159';
const PHRASE = 'une phrase assez longue';

let stage: Stage;
let app: App;
let time = Date.UTC(2026, 10, 10);
let ticks = 0;
/** Each look at the time is a moment later, so that entries have an order; hashing seems slow, so that it stays at the least cost. */
const CLOCK = {
  now: () => {
    time += 1;
    return time;
  },
  elapsed: () => {
    ticks += 1_000;
    return ticks;
  },
};
/** What was asked to be called back, by the time it waits. */
const waiting = new Map<number, () => void>();
const TIMERS: Timers = {
  after: (ms, callback) => {
    waiting.set(ms, callback);
    return () => {
      if (waiting.get(ms) === callback) waiting.delete(ms);
    };
  },
};
const ids: Record<string, string> = {};
const open = async (): Promise<void> => {
  app = await stage.open({ environment: 'acceptance', locks: true }, { clock: CLOCK, timers: TIMERS });
};

const refusal = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'done';
  } catch (error) {
    return error instanceof GuichetError ? `${error.code} ${JSON.stringify(error.params)}` : String(error);
  }
};
const trail = (count: number): string[] =>
  app.context.audit.listShown(app.context.db, null, count).map(({ kind, params }) => `${kind} ${JSON.stringify(params)}`);
const unlock = (secret: string, userId?: string): Promise<unknown> =>
  app.call('lock.unlock', { secret, ...(userId === undefined ? {} : { userId }) });

beforeAll(async () => {
  stage = await createStage({ documents: 0, clients: 2 });
  await open();
  ids.own = (await app.call('users.list', {})).currentId;
  for (const role of ['assistant', 'accountant'] satisfies Role[]) {
    const { users } = await app.call('users.save', { name: role, initials: 'X', role });
    ids[role] = users.find(({ name }) => name === role)!.id;
  }
});
afterAll(() => stage.end());

describe('without a PIN', () => {
  it('nothing can be locked: it is refused in words, and what the machine tells changes nothing', async () => {
    expect(await refusal(app.call('lock.lock', {}))).toBe('lock.nothing {}');
    expect(await app.call('lock.notice', { cause: 'screen' })).toMatchObject({ locked: false, by: null });
    expect(await refusal(app.call('clients.list', {}))).toBe('done');
  });
});

describe('with a PIN', () => {
  beforeAll(async () => {
    await app.call('users.setPin', { id: ids.own!, pin: PIN });
    await app.call('users.setPin', { id: ids.accountant!, pin: OTHER_PIN });
  });
  beforeEach(async () => {
    time += 4_000_000;
    await unlock(PIN);
  });

  it('refuses every method but those of the table, before it looks at the input', async () => {
    await app.call('lock.lock', {});
    waiting.get(10_000)!();
    const answered: string[] = [];
    for (const method of Object.keys(contract) as Method[]) {
      if (contract[method].side === 'shell') continue;
      const answer = await app.answer(method, { not: 'good' });
      if (answer.ok || answer.error.code !== 'lock.locked') answered.push(method);
    }
    const served = LOCK_TABLE.open.filter((method) => contract[method as Method].side !== 'shell');
    expect(answered.sort()).toEqual([...served].sort());
    expect(await refusal(app.call('app.status', {}))).toBe('lock.locked {}');
  });

  it('has a table of known names, and no method of it shows clients, documents or returns', () => {
    for (const method of [...LOCK_TABLE.open, ...LOCK_TABLE.late]) expect(Object.hasOwn(contract, method)).toBe(true);
    const shown = WINDOW_METHODS.filter((method) => isOpenWhileLocked(method));
    const ofCore = shown.filter((method) => contract[method].side === 'core');
    expect(ofCore.sort()).toEqual(['lock.lock', 'lock.status', 'lock.unlock', 'settings.get', 'users.forgotPin']);
    expect(WINDOW_METHODS.filter(isTakenLate).filter(isOpenWhileLocked)).toEqual([]);
  });

  it('takes what was being typed for ten seconds from when the window knows, and no longer', async () => {
    const late = (): Promise<string> => refusal(app.call('desk.change', { selection: { ids: [] }, change: { note: 'x' } }));
    waiting.clear();
    await app.call('lock.notice', { cause: 'sleep' });
    expect(waiting.has(10_000)).toBe(false);
    expect(await refusal(app.call('documents.list', {} as never))).toBe('lock.locked {}');
    await app.call('lock.status', {});
    expect(await late()).not.toMatch(/^lock/);
    const ends = waiting.get(10_000);
    await app.call('lock.status', {});
    expect(waiting.get(10_000)).toBe(ends);
    waiting.get(10_000)!();
    expect(await late()).toBe('lock.locked {}');
  });

  it('stands in the trail with its cause, and who opened it with what', async () => {
    await app.call('lock.notice', { cause: 'idle' });
    await app.call('lock.notice', { cause: 'screen' });
    await unlock(PIN);
    expect(trail(2)).toEqual(['lock.opened {"how":"pin"}', 'lock.locked {"cause":"idle"}']);
  });

  it('pauses wrong tries, also those of another user, and opens after the pause', async () => {
    await app.call('lock.lock', {});
    for (const left of [2, 1]) expect(await refusal(unlock('0000'))).toBe(`users.pinWrong {"left":${left},"seconds":0}`);
    expect(await refusal(unlock('not digits'))).toBe('users.pinWrong {"left":0,"seconds":5}');
    expect(await refusal(unlock(PIN))).toBe('users.pinWait {"seconds":5}');
    expect(trail(1)[0]).toMatch(/^user\.refused/);
    expect((await app.call('lock.status', {})).locked).toBe(true);
    time += 5_000;
    expect(await refusal(unlock(PIN))).toBe('done');
    expect((await app.call('lock.status', {})).locked).toBe(false);
  });

  it('opens for another user with a PIN of their own, who works on, and for nobody without one', async () => {
    const { others, user } = await app.call('lock.lock', {});
    expect(user.id).toBe(ids.own);
    expect(others.map(({ id }) => id)).toEqual([ids.accountant]);
    expect(await refusal(unlock('0000', ids.assistant))).toBe('lock.noPin {}');
    expect(await refusal(unlock(PIN, ids.accountant))).toMatch(/^users\.pinWrong/);
    await unlock(OTHER_PIN, ids.accountant);
    expect(await app.call('users.list', {})).toMatchObject({ currentId: ids.accountant });
    expect(trail(2).map((line) => line.split(' ')[0])).toEqual(['lock.opened', 'user.switched']);
    await app.call('users.switch', { id: ids.own!, pin: PIN });
  });

  it('changes nobody at an open screen', async () => {
    await unlock(OTHER_PIN, ids.accountant);
    expect((await app.call('users.list', {})).currentId).toBe(ids.own);
  });

  it('lets work under way go on, and names nobody in what the system shows of it', async () => {
    await app.call('lock.lock', {});
    expect(await refusal(app.call('sync.wake', { cause: 'timer' }))).toBe('done');
    const notice = {
      id: ids.own!,
      kind: 'demand' as const,
      count: 1,
      documentId: ids.own!,
      label: null,
      clientName: 'Boulangerie Exemple SRL',
    };
    const handlers: Pick<Handlers<'sync.notices'>, 'sync.notices'> = { 'sync.notices': () => ({ notices: [notice] }) };
    const told = (locked: boolean) => unnamed(() => locked, handlers)['sync.notices']({});
    expect(await told(true)).toEqual({ notices: [{ ...notice, documentId: null, clientName: null }] });
    expect(await told(false)).toEqual({ notices: [notice] });
  });

  it('is locked at the start of the window’s core, and of no other', async () => {
    await app.close();
    await open();
    expect(await app.call('lock.status', {})).toMatchObject({ locked: true, by: 'pin', user: { id: ids.own } });
    expect(await refusal(app.call('clients.list', {}))).toBe('lock.locked {}');
    const other = await stage.open({ environment: 'acceptance' }, { clock: CLOCK });
    expect(await refusal(other.call('clients.list', {}))).toBe('done');
    expect(await refusal(other.call('lock.lock', {}))).toBe('lock.nothing {}');
    await other.close();
  });

  it('is open when the PIN that locked it was taken away with the recovery code, and for no wrong code', async () => {
    const { code } = await app.call('recovery.begin', {});
    await app.call('recovery.confirm', { code });
    await app.call('lock.lock', {});
    const forgot = (given: string): Promise<string> => refusal(app.call('users.forgotPin', { id: ids.own!, code: given }));
    expect(await forgot(newRecoveryCode(app.context.ports.random))).toBe('recovery.refused {}');
    expect((await app.call('lock.status', {})).locked).toBe(true);
    expect(await forgot(code)).toBe('done');
    expect(await app.call('lock.status', {})).toMatchObject({ locked: false, by: null });
    expect(trail(1)).toEqual(['lock.opened {"how":"nobody"}']);
    await app.call('users.setPin', { id: ids.own!, pin: PIN });
  });
});

describe('with a passphrase', () => {
  let holders: ('keychain' | 'passphrase')[] = ['passphrase', 'keychain'];
  const judge = {
    facts: async () => ({ holders, hasCode: false }),
    isPassphrase: async (phrase: string) => phrase === PHRASE,
  };
  const make = (): Promise<Lock> => createLock(app.context, app.context.users as never, judge);
  let lock: Lock;
  beforeAll(async () => {
    await app.call('users.setPin', { id: ids.own!, pin: null, former: PIN });
    lock = await make();
  });
  const tryPhrase = (secret: string): Promise<string> => refusal(Promise.resolve(lock.handlers['lock.unlock']({ secret })));

  it('opens with it where the user has no PIN; wrong ones are told and paused, over a restart too', async () => {
    expect(await lock.handlers['lock.lock']({})).toMatchObject({ locked: true, by: 'passphrase' });
    for (const left of [2, 1]) expect(await tryPhrase('0000')).toBe(`vault.refused {"left":${left},"seconds":0}`);
    expect(await tryPhrase('0000')).toBe('vault.refused {"left":0,"seconds":5}');
    expect(trail(1)).toEqual(['lock.refused {"failures":3}']);
    lock = await make();
    expect(lock.isLocked()).toBe(true);
    expect(await tryPhrase(PHRASE)).toBe('users.pinWait {"seconds":5}');
    time += 5_000;
    expect(await tryPhrase(PHRASE)).toBe('done');
    expect(lock.isLocked()).toBe(false);
    expect((await make()).isLocked()).toBe(false);
  });

  it('is judged by the key it opens: the vault of another profile, put in the place of ours, opens nothing', async () => {
    const { config, ports } = app.context;
    const place = { profileDir: config.profileDir, files: ports.files, random: ports.random, clock: CLOCK, required: true, keychain: null };
    const key = await ports.vault.profileKey();
    const { isPassphrase, facts } = passphraseJudge({ config, ports: { ...ports, vault: { profileKey: async () => key } } });
    await createProfileVault(place).hold(new Uint8Array(32).fill(9), { keychain: false, passphrase: PHRASE });
    expect((await facts()).holders).toContain('passphrase');
    expect(await isPassphrase(PHRASE)).toBe(false);
    await createProfileVault(place).hold(key, { keychain: false, passphrase: PHRASE });
    expect(await isPassphrase(PHRASE)).toBe(true);
    expect(await isPassphrase('another phrase')).toBe(false);
  });

  it('does not open because the file that holds it went away', async () => {
    await lock.handlers['lock.lock']({});
    holders = [];
    expect(await lock.handlers['lock.status']({})).toMatchObject({ locked: true, by: 'passphrase' });
    holders = ['passphrase', 'keychain'];
    await tryPhrase(PHRASE);
  });

  it('is not asked for twice at a start when nothing else gives the key', async () => {
    for (const [held, twice] of [
      [['passphrase', 'keychain'], true],
      [['passphrase'], false],
    ] as const) {
      holders = [...held];
      await lock.handlers['lock.lock']({});
      await lock.close();
      lock = await make();
      expect(lock.isLocked()).toBe(twice);
      await tryPhrase(PHRASE);
    }
  });
});
