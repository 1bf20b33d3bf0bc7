import { scrypt } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { nodeFiles } from '#app/platform/node/files.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { newRecoveryCode, readRecoveryCode, readRecoveryFile, unwrapProfileKey, wrapProfileKey, writeRecoveryFile } from './index.ts';
import { writeRecoveryCode } from './recovery-code.ts';

vi.mock('node:crypto', async (load) => {
  const real = await load<typeof import('node:crypto')>();
  return { ...real, scrypt: vi.fn(real.scrypt) };
});

const random = createSystemRandom();
const KEY = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
const groupOf = (text: string): number | null => {
  try {
    readRecoveryCode(text);
    return null;
  } catch (error) {
    if (error instanceof GuichetError && error.code === 'recovery.mistyped') return Number(error.params.group);
    throw error;
  }
};
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code?: string }) => error.code ?? 'other',
  );

describe('a recovery code', () => {
  it('is eight groups of five characters nobody confuses, and reads back however it is typed', () => {
    const secret = random.bytes(20);
    const code = writeRecoveryCode(secret);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(readRecoveryCode(code)).toEqual(secret);
    expect(readRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`)).toEqual(secret);
    expect(newRecoveryCode(random)).not.toBe(newRecoveryCode(random));
  });

  it('is the same for ever: what was written down years ago is read', () => {
    expect(writeRecoveryCode(Uint8Array.from({ length: 20 }, (_, index) => index * 13))).toMatchInlineSnapshot(
      `"006HT-M9SM9-85750-PT3NV-GA7SD-SADPN-RF8DA-VTQQJ"`,
    );
  });

  it('names the group of any wrong character and of any two exchanged', () => {
    const code = writeRecoveryCode(random.bytes(20));
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    for (let at = 0; at < code.length; at++) {
      if (code[at] === '-') continue;
      const group = Math.floor(at / 6) + 1;
      for (const other of alphabet) {
        if (other !== code[at]) expect(groupOf(code.slice(0, at) + other + code.slice(at + 1))).toBe(group);
      }
      const next = code[at + 1];
      if (next === undefined || next === '-' || next === code[at]) continue;
      expect(groupOf(code.slice(0, at) + next + code[at] + code.slice(at + 2))).toBe(group);
    }
    const groups = code.split('-');
    if (groups[1] !== groups[4])
      expect(groupOf([groups[0], groups[4], groups[2], groups[3], groups[1], ...groups.slice(5)].join('-'))).toBe(2);
    expect(groupOf(code.slice(0, -1))).toBe(0);
    expect(groupOf(`${code}A`)).toBe(0);
    expect(groupOf(code.replace(/.$/, '#'))).toBe(8);
    expect(groupOf('')).toBe(0);
  });
});

describe('a wrapped key', () => {
  it('opens with its code alone, and shows neither key nor code', async () => {
    const code = newRecoveryCode(random);
    const wrapped = await wrapProfileKey(KEY, code, random);
    expect(await unwrapProfileKey(wrapped, code)).toEqual(KEY);
    expect(Buffer.from(wrapped).includes(Buffer.from(KEY.subarray(0, 8)))).toBe(false);
    expect(Buffer.from(wrapped).includes(Buffer.from(readRecoveryCode(code)).subarray(0, 8))).toBe(false);
    expect(await wrapProfileKey(KEY, code, random)).not.toEqual(wrapped);
  });

  it('is the same for ever: what was wrapped years ago opens', async () => {
    const bytes = 'R0NIUgELMFV6n8TpDjNYfaLH7BE2W4Clyu8UOV6DqM3ynEmgwTaDXQvHM80fYXttf84r2Nyom/ehFBZP1bpEg4KOsZdsoi9qP3ivb9p8+HAb';
    const key = await unwrapProfileKey(Buffer.from(bytes, 'base64'), '006HT-M9SM9-85750-PT3NV-GA7SD-SADPN-RF8DA-VTQQJ');
    expect(key).toEqual(Uint8Array.from({ length: 32 }, (_, index) => index * 7));
  });

  it('is no oracle: a wrong code, a changed byte anywhere, a cut and a lengthened file all get one answer', async () => {
    const code = newRecoveryCode(random);
    const wrapped = await wrapProfileKey(KEY, code, random);
    const answers = new Set([await codeOf(unwrapProfileKey(wrapped, newRecoveryCode(random)))]);
    for (const at of [0, 4, 5, 21, 33, 65, 80]) {
      const changed = wrapped.slice();
      changed[at]! ^= 1;
      answers.add(await codeOf(unwrapProfileKey(changed, code)));
    }
    for (const other of [wrapped.slice(0, 40), wrapped.slice(0, 80), new Uint8Array(0), Buffer.concat([wrapped, Buffer.of(0)])]) {
      answers.add(await codeOf(unwrapProfileKey(other, code)));
    }
    expect([...answers]).toEqual(['recovery.refused']);
  });

  it('is as much work to refuse when damaged as when the code is wrong', async () => {
    const code = newRecoveryCode(random);
    const wrapped = await wrapProfileKey(KEY, code, random);
    const costs: unknown[] = [];
    const real = vi.mocked(scrypt).getMockImplementation()!;
    vi.mocked(scrypt).mockImplementation(((
      secret: never,
      salt: never,
      length: never,
      cost: { N: number; r: number; p: number },
      done: never,
    ) => {
      costs.push([cost.N, cost.r, cost.p]);
      (real as (...args: unknown[]) => void)(secret, salt, length, cost, done);
    }) as never);
    await codeOf(unwrapProfileKey(wrapped, newRecoveryCode(random)));
    const changed = wrapped.map((byte, at) => (at === 4 ? 9 : byte));
    for (const damaged of [changed, wrapped.slice(0, 10), new Uint8Array(0)]) await codeOf(unwrapProfileKey(damaged, code));
    expect(costs).toEqual(Array(4).fill([2 ** 15, 8, 1]));
  });

  it('is kept as a whole', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'guichet recovery é '));
    expect(await readRecoveryFile(nodeFiles, folder)).toBeNull();
    for (const content of [Buffer.from('one'), Buffer.from('two')]) {
      await writeRecoveryFile(nodeFiles, folder, content);
      expect(await readRecoveryFile(nodeFiles, folder)).toEqual(content);
    }
    expect(readdirSync(folder)).toEqual(['recovery.key']);
    rmSync(folder, { recursive: true });
  });
});
