import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { createStage, type Stage } from '#app/core/testing.ts';
import { query } from '#app/platform/db/index.ts';
import { newRecoveryCode, wrapProfileKey, writeRecoveryFile } from '#app/recovery/index.ts';
import type { Role } from '#shared/contract/users.ts';
import { GuichetError } from '#shared/domain/errors.ts';

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
const ids: Record<string, string> = {};
beforeAll(async () => {
  stage = await createStage({ documents: 0, clients: 2 });
  app = await stage.open({ environment: 'acceptance' }, { clock: CLOCK, account: () => 'marie.dupont' });
  ids.partner = (await app.call('users.list', {})).currentId;
  for (const role of ['assistant', 'accountant'] as const) {
    const { users } = await app.call('users.save', { name: role, initials: 'X', role });
    ids[role] = users.find(({ name }) => name === role)!.id;
  }
});
afterAll(() => stage.end());

const as = (role: Role): Promise<unknown> => app.call('users.switch', { id: ids[role]! });
const refusal = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'done';
  } catch (error) {
    return error instanceof GuichetError ? `${error.code} ${JSON.stringify(error.params)}` : String(error);
  }
};
const kinds = (): string[] => app.context.audit.listShown(app.context.db, null, 3).map(({ kind }) => kind);

it('calls the first user as their account on the machine', async () => {
  const { users } = await app.call('users.list', {});
  expect(users.find(({ id }) => id === ids.partner)).toMatchObject({
    name: 'marie.dupont',
    initials: 'MA',
    role: 'partner',
    hasPin: false,
  });
});

describe('roles', () => {
  it('are held by the core for every call, and the refusal names who may', async () => {
    await as('assistant');
    expect(await refusal(app.call('settings.set', { approval: 'partner' }))).toBe('users.role {"role":"partner","names":"marie.dupont"}');
    expect(await refusal(app.call('settings.set', { receiptDays: 5 }))).toBe(
      'users.role {"role":"accountant","names":"accountant, marie.dupont"}',
    );
    expect(kinds()[0]).toBe('user.denied');
    const id = '018f0006-0000-7000-8000-000000000001';
    for (const method of ['vat.approve', 'vat.file', 'vat.release'] as const)
      expect(await refusal(app.call(method, { id, version: 1 } as never))).toMatch(/^(?:users\.role|input\.invalid)/);
    const targets = [{ clientId: id, periodKey: '2026-10' }];
    expect(await refusal(app.call('vat.batch', { action: 'file', targets }))).toMatch(/^users\.role/);
    expect(await refusal(app.call('vat.batch', { action: 'check', targets }))).not.toMatch(/^users\.role/);
    const answer = await app.answer('users.save', { name: 'Me', initials: 'M', role: 'partner' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'users.role' } });
    expect(await refusal(app.call('settings.set', { theme: 'dark' }))).toBe('done');
    await as('accountant');
    expect(await refusal(app.call('settings.set', { receiptDays: 5 }))).toBe('done');
    expect(await refusal(app.call('users.save', { name: 'Me', initials: 'M', role: 'partner' }))).toMatch(/^users\.role/);
    await as('partner');
  });
});

describe('a PIN', () => {
  it('is asked for at the switch, from the user’s own only, and kept as a hash', async () => {
    const { users } = await app.call('users.setPin', { id: ids.partner!, pin: '271828' });
    expect(users.find(({ id }) => id === ids.partner)!.hasPin).toBe(true);
    const stored = app.context.db.get(
      query<{ text: string; cost: number }>('t', 'SELECT hex(hash) || hex(salt) AS text, cost FROM user_pin'),
    )!;
    expect(stored.text).toHaveLength(96);
    expect(stored.text).not.toContain(Buffer.from('271828').toString('hex').toUpperCase());
    expect(stored.cost).toBeGreaterThanOrEqual(2 ** 14);
    await as('accountant');
    expect(await refusal(as('partner'))).toBe('users.pinNeeded {}');
    expect((await app.call('users.list', {})).currentId).toBe(ids.accountant);
    expect((await app.call('users.switch', { id: ids.partner!, pin: '271828' })).currentId).toBe(ids.partner);
  });

  it('pauses longer with each wrong try, even when they come at once', async () => {
    await as('accountant');
    const wrong = (): Promise<string> => refusal(app.call('users.switch', { id: ids.partner!, pin: '0000' }));
    const at = [await wrong(), await wrong(), await wrong()];
    expect(at).toEqual([
      'users.pinWrong {"left":2,"seconds":0}',
      'users.pinWrong {"left":1,"seconds":0}',
      'users.pinWrong {"left":0,"seconds":5}',
    ]);
    const right = (): Promise<string> => refusal(app.call('users.switch', { id: ids.partner!, pin: '271828' }));
    expect(await right()).toBe('users.pinWait {"seconds":5}');
    time += 5_000;
    const together = await Promise.all([wrong(), wrong(), wrong()]);
    expect(together.sort()).toEqual([
      'users.pinWait {"seconds":15}',
      'users.pinWait {"seconds":15}',
      'users.pinWrong {"left":0,"seconds":15}',
    ]);
    expect(kinds()).toContain('user.refused');
    time += 15_000;
    expect(await right()).toBe('done');
    await as('accountant');
    expect(await wrong()).toBe('users.pinWrong {"left":2,"seconds":0}');
    expect(await right()).toBe('done');
  });

  it('is changed with the former one, and taken from others by a partner alone', async () => {
    expect(await refusal(app.call('users.setPin', { id: ids.partner!, pin: '1111' }))).toBe('users.pinNeeded {}');
    expect(await refusal(app.call('users.setPin', { id: ids.partner!, pin: '1111', former: '2222' }))).toMatch(/^users\.pinWrong/);
    await app.call('users.setPin', { id: ids.assistant!, pin: '4444' });
    expect(kinds()[0]).toBe('user.pinSet');
    await app.call('users.switch', { id: ids.assistant!, pin: '4444' });
    expect(await refusal(app.call('users.setPin', { id: ids.partner!, pin: null }))).toMatch(/^users\.role/);
    await app.call('users.setPin', { id: ids.assistant!, pin: null, former: '4444' });
    await app.call('users.switch', { id: ids.partner!, pin: '271828' });
    await app.call('users.setPin', { id: ids.partner!, pin: null, former: '271828' });
    await as('assistant');
    expect(await refusal(as('partner'))).toBe('done');
  });

  it('that nobody can take away goes with the profile’s recovery code, counted and told like any try', async () => {
    const { random } = app.context.ports;
    await app.call('users.switch', { id: ids.partner! });
    await app.call('users.setPin', { id: ids.partner!, pin: '1618' });
    const forgot = (code: string): Promise<string> => refusal(app.call('users.forgotPin', { id: ids.partner!, code }));
    expect(await forgot(newRecoveryCode(random))).toBe('users.noRecovery {}');
    const { code } = await app.call('recovery.begin', {});
    await app.call('recovery.confirm', { code });
    await as('assistant');
    expect(await forgot(`${code}X`)).toBe('recovery.mistyped {"group":0}');
    for (let tries = 0; tries < 3; tries++) expect(await forgot(newRecoveryCode(random))).toBe('recovery.refused {}');
    expect(kinds()[0]).toBe('user.codeRefused');
    expect(await forgot(code)).toBe('users.pinWait {"seconds":5}');
    expect(await refusal(as('partner'))).toBe('users.pinNeeded {}');
    time += 5_000;
    expect(await forgot(code.toLowerCase())).toBe('done');
    expect(kinds()[0]).toBe('user.pinRecovered');
    expect(await refusal(as('partner'))).toBe('done');
    expect((await app.call('users.list', {})).users.some(({ hasPin }) => hasPin)).toBe(false);
    // Nothing is to be taken away any more, and nothing is told to who guesses.
    expect(await forgot(newRecoveryCode(random))).toBe('recovery.refused {}');
    expect(await forgot(code)).toBe('done');
  });

  it('stays when the file with the wrapped key is another profile’s', async () => {
    const { files, random } = app.context.ports;
    await app.call('users.setPin', { id: ids.partner!, pin: '1618' });
    const code = newRecoveryCode(random);
    await writeRecoveryFile(files, stage.profileDir, await wrapProfileKey(random.bytes(32), code, random));
    expect(await refusal(app.call('users.forgotPin', { id: ids.partner!, code }))).toBe('recovery.refused {}');
    expect((await app.call('users.list', {})).users.find(({ id }) => id === ids.partner)?.hasPin).toBe(true);
  });
});
