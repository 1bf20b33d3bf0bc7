import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logNames } from '#app/core/log-names.ts';
import { createPinoLog } from './log.ts';
import { logFile } from './log-file.ts';

let folder = '';
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'guichet-log-')), 'logs');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const line = (number: number): string => `${String(number).padStart(19, '0')}\n`;
const names = (): readonly string[] => logNames(readdirSync(folder));
const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
/** Numbers of the lines in all files, the oldest file first. */
const written = (): number[] => [...names()].reverse().flatMap((name) => text(name).split('\n').filter(Boolean).map(Number));
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('the log', () => {
  it('puts a full file aside, keeps the newest of them, and loses no line in between', () => {
    const log = logFile(folder, { fullBytes: 200, keep: 3 });
    for (const number of upTo(47)) log.write(line(number));
    expect(names()).toEqual(['guichet.log', 'guichet.4.log', 'guichet.3.log', 'guichet.2.log']);
    expect(written()).toEqual(upTo(47).slice(10));
  });

  it('is put aside at the first line when it was full before', () => {
    logFile(folder).write(line(0).repeat(20));
    logFile(folder, { fullBytes: 200 }).write(line(1));
    expect(text('guichet.1.log')).toBe(line(0).repeat(20));
    expect(text('guichet.log')).toBe(line(1));
  });

  it('is one for several that write: nobody goes on in a file put aside', () => {
    const [one, other] = [logFile(folder, { fullBytes: 200, keep: 50 }), logFile(folder, { fullBytes: 200, keep: 50 })];
    for (const number of upTo(100)) (number % 3 === 0 ? other : one).write(line(number));
    expect(written()).toEqual(upTo(100));
    expect(names()).toHaveLength(10);
  });

  it('goes on in the full file while another program holds it, and puts it aside later', () => {
    let held = true;
    let tries = 0;
    const rename = (from: string, to: string): void => {
      tries += 1;
      if (held) throw Object.assign(new Error('held'), { code: 'EBUSY' });
      renameSync(from, to);
    };
    const log = logFile(folder, { fullBytes: 200, rename });
    for (const number of upTo(20)) log.write(line(number));
    expect(names()).toEqual(['guichet.log']);
    // Not at every line.
    expect(tries).toBe(5);
    held = false;
    for (const number of upTo(23).slice(20)) log.write(line(number));
    expect(names()).toEqual(['guichet.log', 'guichet.1.log']);
    expect(written()).toEqual(upTo(23));
  });

  it('leaves alone the number another process has just taken', () => {
    const log = logFile(folder, { fullBytes: 20 });
    log.write(line(0));
    const rename = (from: string, to: string): void => {
      // Meanwhile, between the claim and the new name.
      logFile(folder, { fullBytes: 20 }).write(line(1));
      renameSync(from, to);
    };
    logFile(folder, { fullBytes: 20, rename }).write(line(2));
    expect([...written()].sort()).toEqual([0, 1, 2]);
  });

  it('begins anew when somebody took the file away, and stops nobody when its folder is gone', () => {
    const log = logFile(folder);
    log.write(line(0));
    rmSync(path.join(folder, 'guichet.log'));
    log.write(line(1));
    expect(text('guichet.log')).toBe(line(1));
    rmSync(folder, { recursive: true });
    log.write(line(2));
    expect(existsSync(folder)).toBe(false);
  });

  it('cannot be written where a file has the name of its folder, and that stops nobody', () => {
    writeFileSync(folder, '');
    expect(() => createPinoLog(logFile(folder)).write('info', 'sync.ended')).not.toThrow();
  });
});
