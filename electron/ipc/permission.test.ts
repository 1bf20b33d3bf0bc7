import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { createStage, type Stage } from '#app/core/testing.ts';
import type { Role } from '#shared/contract/users.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import type { Outcome } from './guard.ts';
import { permitted } from './permission.ts';

const told: string[] = [];
const handler = (): string => {
  told.push('done');
  return 'done';
};
const codeOf = async (work: unknown): Promise<unknown> => {
  try {
    return await work;
  } catch (error) {
    return error instanceof GuichetError ? error.code : error;
  }
};

describe('a method of the shell', () => {
  let stage: Stage;
  let app: App;
  const ids: Partial<Record<Role, string>> = {};
  const asked: string[] = [];
  const core = (method: string, input: unknown): Promise<Outcome> => {
    asked.push(method);
    return app.answer(method, input) as Promise<Outcome>;
  };
  const call = (method: string, input: unknown = {}): Promise<unknown> => codeOf(permitted(method, core, handler)(input));
  const as = (role: Role): Promise<unknown> => app.call('users.switch', { id: ids[role]! });
  beforeAll(async () => {
    stage = await createStage({ documents: 0, clients: 1 });
    app = await stage.open();
    ids.partner = (await app.call('users.list', {})).currentId;
    for (const role of ['assistant', 'accountant'] as const) {
      const { users } = await app.call('users.save', { name: role, initials: 'X', role });
      ids[role] = users.find(({ name }) => name === role)!.id;
    }
  });
  afterAll(() => stage.end());

  it.each([
    ['updates.install', 'assistant', 'users.role'],
    ['updates.install', 'accountant', 'done'],
    ['shell.exportAudit', 'assistant', 'users.role'],
    ['shell.ofTomorrow', 'accountant', 'users.role'],
    ['shell.ofTomorrow', 'partner', 'done'],
  ])('is served to those whose role is enough: %s by the %s: %s', async (method, role, expected) => {
    await as(role as Role);
    told.length = 0;
    expect(await call(method)).toBe(expected);
    expect(told).toEqual(expected === 'done' ? ['done'] : []);
  });

  it('says who may, and the refusal stands in the trail', async () => {
    await as('assistant');
    await expect(permitted('updates.download', core, handler)({})).rejects.toMatchObject({
      code: 'users.role',
      params: { role: 'accountant', names: expect.stringContaining('accountant') },
    });
    // Rows of one millisecond have no order among them.
    const { rows } = await app.call('activity.list', { limit: 5 });
    const refused = { kind: 'user.denied', params: expect.objectContaining({ method: 'updates.download', role: 'accountant' }) };
    expect(rows).toContainEqual(expect.objectContaining(refused));
  });

  it('is refused while the application is locked, before a dialog opens, whoever may', async () => {
    const locked = async (): Promise<Outcome> => ({ ok: false, error: toErrorShape(new GuichetError('lock.locked')) });
    told.length = 0;
    for (const method of ['shell.openDocument', 'shell.export', 'restore.choose', 'vault.protect', 'updates.check'])
      expect(await codeOf(permitted(method, locked, handler)({}))).toBe('lock.locked');
    expect(told).toEqual([]);
    expect(await codeOf(permitted('vault.status', locked, handler)({}))).toBe('done');
  });

  it('that everybody may at any time is served without a question', async () => {
    await as('assistant');
    asked.length = 0;
    expect(await call('vault.status')).toBe('done');
    expect(asked).toEqual([]);
  });

  it('is refused when the trail cannot take the refusal', async () => {
    await as('assistant');
    const write = app.context.db.write;
    Object.assign(app.context.db, {
      write: () => {
        throw new GuichetError('db.busy');
      },
    });
    expect(await call('updates.install')).toBe('db.busy');
    Object.assign(app.context.db, { write });
  });
});

describe('a method of the shell while the core says nothing', () => {
  const call = (code: string): Promise<unknown> =>
    codeOf(permitted('updates.install', async () => ({ ok: false, error: toErrorShape(new GuichetError(code)) }), handler)({}));

  it.each(['lock.locked', 'core.stopped'])('is refused: %s', async (code) => {
    expect(await call(code)).toBe(code);
  });

  it.each(['db.newer', 'db.damaged', 'vault.sealed', 'vendor.missing'])(
    'is left to its handler where nothing is open: %s',
    async (code) => {
      expect(await call(code)).toBe('done');
    },
  );
});
