import { describe, expect, it } from 'vitest';
import { compareVersions, VERSION } from '#app/updates/versions.ts';
import { judge, turnOf } from './judge.ts';
import { NOW, releaseOf, SCHEMA, TARGET } from './testing.ts';

const here = { version: '0.1.0', target: TARGET, installation: 'a', schema: SCHEMA, now: NOW };
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a version', () => {
  it('is three numbers, compared as numbers', () => {
    expect(['0.10.0', '0.9.9', '1.0.0', '0.9.10'].sort(compareVersions)).toEqual(['0.9.9', '0.9.10', '0.10.0', '1.0.0']);
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
    expect(['1.2', '1.2.3-beta', 'v1.2.3', '01.2.3', '1.2.3.4', ' 1.2.3'].filter((text) => VERSION.test(text))).toEqual([]);
  });
});

describe('a release', () => {
  it('newer than this one is an offer, with the steps the database would take', () => {
    expect(judge(releaseOf(), here)?.steps).toBe(1);
    expect(judge(releaseOf({ schema: SCHEMA }), here)?.steps).toBe(0);
  });

  it('of this very version is none', () => {
    expect(judge(releaseOf({ version: '0.1.0' }), here)).toBeNull();
  });

  it.each([
    ['older', releaseOf({ version: '0.0.9' }), 'updates.older'],
    ['past its day', releaseOf({ until: '2026-11-23T08:15:00.000Z' }), 'updates.expired'],
    ['for other systems', releaseOf({ files: {} }), 'updates.target'],
    ['that could not open the database', releaseOf({ schema: ['settings', 'clients'] }), 'updates.schema'],
  ])('%s is refused', (_what, release, code) => {
    expect(codeOf(() => judge(release, here))).toBe(code);
  });

  it('reaches installations in turns, each always at the same percentage', () => {
    const installations = Array.from({ length: 400 }, (_, index) => `installation ${index}`);
    const reached = (rollout: number) =>
      installations.filter((installation) => judge(releaseOf({ rollout }), { ...here, installation }) !== null);
    expect(reached(0)).toEqual([]);
    expect(reached(100)).toHaveLength(400);
    const [tenth, half] = [reached(10), reached(50)];
    expect(tenth.length).toBeGreaterThan(15);
    expect(tenth.length).toBeLessThan(80);
    expect(tenth.every((installation) => half.includes(installation))).toBe(true);
    expect(turnOf('a', '0.2.0')).not.toBe(turnOf('a', '0.3.0'));
  });
});
