import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { command, query } from '#app/platform/db/index.ts';
import { link, seal } from './chain.ts';
import { prune } from './prune.ts';
import { type ChainRow, headRow, nextRows } from './rows.ts';
import { AUDIT_KEY, type TrailBench, trailBench } from './testing.ts';
import { walkChain } from './walk.ts';

let bench: TrailBench;
afterEach(() => bench.end());
const trail = (entries: number): TrailBench => {
  bench = trailBench();
  bench.add(entries);
  return bench;
};
const rows = (): ChainRow[] => bench.db.all(nextRows, { after: 0, limit: 1_000 });
const swap = (one: number, other: number): string[] => [
  `UPDATE audit SET seq = -1 WHERE seq = ${one}`,
  `UPDATE audit SET seq = ${one} WHERE seq = ${other}`,
  `UPDATE audit SET seq = ${other} WHERE seq = -1`,
];
/** Makes room for a row, or closes the gap of one. */
const shift = (from: number, by: 1 | -1): string[] => [
  `UPDATE audit SET seq = -seq WHERE seq >= ${from}`,
  `UPDATE audit SET seq = -seq + ${by} WHERE seq < 0`,
];
const foreign = (seq: number): string =>
  `INSERT INTO audit (seq, id, at, kind, params, shown, hash) VALUES (${seq}, 'foreign', 1, 'document.read', '{}', 0, zeroblob(32))`;

describe('the chain', () => {
  it('is whole after any number of transactions, and begins with rows of before it', () => {
    bench = trailBench(23);
    expect(rows().every(({ hash }) => hash !== null)).toBe(true);
    bench.add(3);
    bench.add(12);
    expect(bench.faults()).toEqual([]);
    expect(rows().map(({ seq }) => seq)).toEqual(Array.from({ length: 38 }, (_, index) => index + 1));
    expect(bench.db.get(headRow)).toMatchObject({ seq: 38, last: 38 });
  });

  it('is what docs/audit.md says, so that anybody can follow it', () => {
    trail(2);
    const [first, second] = rows();
    const r = second!;
    const line = [
      r.id,
      r.at,
      r.kind,
      r.userId,
      r.clientId,
      r.subjectId,
      r.correlationId,
      r.status,
      r.durationMs,
      r.bytes,
      r.params,
      r.shown,
    ];
    const hash = createHash('sha256').update(first!.hash!).update(JSON.stringify(line)).digest();
    expect(Buffer.from(r.hash!)).toEqual(hash);
  });

  it('takes neither a change nor a removal', () => {
    trail(3);
    for (const sql of ["UPDATE audit SET kind = 'x' WHERE seq = 2", 'DELETE FROM audit WHERE seq = 2', 'DELETE FROM audit_head'])
      expect(() => bench.db.write((tx) => tx.run(command('test', sql)))).toThrow();
    expect(bench.faults()).toEqual([]);
  });

  it('forgets what was rolled back, and goes on', () => {
    trail(2);
    expect(() =>
      bench.db.write((tx) => {
        bench.audit.append(tx, { kind: 'never' });
        throw new Error('no');
      }),
    ).toThrow();
    bench.add(2);
    expect(bench.faults()).toEqual([]);
    expect(rows()).toHaveLength(4);
  });
});

describe('tampering is found and named', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a changed row', ["UPDATE audit SET user_id = 'another' WHERE seq = 9"], ['changed 9']],
    ['a changed time', ['UPDATE audit SET at = at - 1 WHERE seq = 1'], ['changed 1']],
    ['two changed rows', ["UPDATE audit SET params = '{}' WHERE seq IN (4, 15)"], ['changed 4', 'changed 15']],
    ['a hash set anew', ['UPDATE audit SET hash = zeroblob(32) WHERE seq = 9'], ['changed 9']],
    ['a removed row', ['DELETE FROM audit WHERE seq = 9'], ['removed 9']],
    ['the first row removed', ['DELETE FROM audit WHERE seq = 1'], ['removed 1']],
    ['a stretch removed', ['DELETE FROM audit WHERE seq BETWEEN 5 AND 8'], ['removed 5 x4']],
    ['a row removed and the rest renumbered', ['DELETE FROM audit WHERE seq = 9', ...shift(10, -1)], ['removed 9']],
    ['the end cut off', ['DELETE FROM audit WHERE seq > 17'], ['truncated 18 x3']],
    ['everything gone', ['DELETE FROM audit'], ['truncated 1 x20']],
    ['a row put in', [...shift(9, 1), foreign(9)], ['inserted 9']],
    ['a row put at the end', [foreign(21)], ['inserted 21']],
    ['neighbours swapped', swap(9, 10), ['swapped 9', 'swapped 10']],
    ['rows far apart swapped', swap(4, 16), ['swapped 4', 'swapped 16']],
    ['the seal set anew', ['UPDATE audit_head SET seq = 17, hash = (SELECT hash FROM audit WHERE seq = 17)'], ['head 17']],
    ['the seal gone', ['DELETE FROM audit_head'], ['head 0']],
  ])('%s', (_, statements, expected) => {
    trail(20).tamper(...statements);
    const found = bench.faults();
    for (const fault of expected) expect(found).toContain(fault);
    // Nothing is blamed on a row that is as it was.
    expect(found.filter((fault) => !expected.includes(fault) && !fault.startsWith('head') && !/ 21$/.test(fault))).toEqual([]);
  });

  it('with the id and the time of the row', () => {
    trail(20).tamper("UPDATE audit SET kind = 'x' WHERE seq = 9");
    const walk = walkChain(bench.db, AUDIT_KEY);
    walk.step(bench.db, 100);
    const row = rows()[8]!;
    expect(walk.result().faults).toEqual([
      { kind: 'changed', seq: 9, count: 1, id: row.id, at: new Date(row.at).toISOString(), until: null },
    ]);
  });

  it('and stays found when the program goes on writing', () => {
    trail(20).tamper('DELETE FROM audit WHERE seq > 17');
    bench.add(2);
    expect(bench.faults()).toEqual(['removed 18 x3']);
    bench.tamper(foreign(23));
    bench.add(3);
    expect(bench.faults()).toEqual(['removed 18 x3', 'inserted 23']);
    bench.tamper('UPDATE audit_head SET mac = zeroblob(32)');
    bench.add(1);
    expect(bench.faults()).toContain('head 27');
  });
});

describe('a chain written anew without the key', () => {
  const chained = command<{ seq: number; hash: Uint8Array }>('test.chain', 'UPDATE audit SET hash = @hash WHERE seq = @seq');
  /** Changes a row and computes all that follows, as somebody would who knows how the chain is made. */
  const rewrite = (from: number): void => {
    bench.tamper(`UPDATE audit SET user_id = 'another' WHERE seq = ${from}`);
    bench.db.write((tx) => {
      let before: Uint8Array = rows()[from - 2]!.hash!;
      for (const row of rows().slice(from - 1)) {
        before = link(before, row);
        tx.run(chained, { seq: row.seq, hash: before });
      }
    });
  };

  it('does not end where the seal says', () => {
    trail(20);
    rewrite(9);
    expect(bench.faults()).toEqual(['rewritten 20']);
  });

  it('does not hold an older anchor either, which says between which days it was done', () => {
    trail(20);
    const [early, late] = [rows()[4]!, rows()[14]!];
    const put = command<{ seq: number; hash: Uint8Array; at: number; mac: Uint8Array }>(
      'test.anchor',
      "INSERT INTO audit_anchor (kind, seq, hash, at, entries, mac) VALUES ('verified', @seq, @hash, @at, 1, @mac)",
    );
    bench.db.write((tx) => {
      for (const { seq, hash, at } of [early, late])
        tx.run(put, { seq, hash: hash!, at, mac: seal(AUDIT_KEY, 'verified', { seq, hash: hash!, at, entries: 1 }) });
    });
    expect(bench.faults()).toEqual([]);
    rewrite(9);
    const walk = walkChain(bench.db, AUDIT_KEY);
    walk.step(bench.db, 100);
    const iso = (at: number): string => new Date(at).toISOString();
    expect(walk.result().faults).toContainEqual(expect.objectContaining({ kind: 'rewritten', at: iso(early.at), until: iso(late.at) }));
  });
});

describe('pruning', () => {
  const kept = query<{ count: number }>('test.count', 'SELECT count(*) AS count FROM audit');

  it('leaves an anchor from which the chain still verifies, and an entry', () => {
    trail(40);
    const before = rows()[24]!.at;
    expect(prune(bench.db, bench.audit, AUDIT_KEY, before)).toBe(24);
    expect(bench.faults()).toEqual([]);
    const left = rows();
    expect(left.map(({ seq }) => seq)).toEqual(Array.from({ length: 17 }, (_, index) => index + 25));
    expect(left.at(-1)).toMatchObject({ kind: 'audit.pruned', shown: 1 });
    expect(JSON.parse(left.at(-1)!.params)).toMatchObject({ entries: 24, seq: 24, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(prune(bench.db, bench.audit, AUDIT_KEY, before)).toBe(0);
    expect(bench.db.get(kept)!.count).toBe(17);
  });

  it('hides nothing: rows above the anchor stay, and a forged anchor is found', () => {
    trail(40);
    prune(bench.db, bench.audit, AUDIT_KEY, rows()[9]!.at);
    expect(() => bench.db.write((tx) => tx.run(command('test', 'DELETE FROM audit WHERE seq = 12')))).toThrow();
    bench.tamper(
      `INSERT INTO audit_anchor (kind, seq, hash, at, entries, mac) SELECT 'pruned', seq, hash, at, 20, zeroblob(32) FROM audit WHERE seq = 20`,
      'DELETE FROM audit WHERE seq <= 20',
    );
    expect(bench.faults()).toEqual(['anchor 20']);
  });
});
