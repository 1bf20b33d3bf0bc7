import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { command, type Database, openDatabase } from '#app/platform/db/index.ts';
import { uuidv7 } from '#shared/domain/uuid.ts';
import { type Audit, beginChain, createAudit } from './audit.ts';
import { auditChainMigration, auditMigration } from './migration.ts';
import { walkChain } from './walk.ts';

export const AUDIT_KEY = new Uint8Array(32).fill(7);
const DAY_MS = 86_400_000;

export interface TrailBench {
  readonly db: Database;
  readonly audit: Audit;
  /** Epoch milliseconds; may be set. */
  time: number;
  /** Appends entries one day apart in one transaction. */
  add(count: number): void;
  /** As somebody with the key of the database, and no respect for its triggers. */
  tamper(...statements: readonly string[]): void;
  /** What a whole walk finds, as `kind seq`. */
  faults(): string[];
  end(): void;
}

const TRIGGERS = ['audit_no_update', 'audit_no_delete', 'audit_head_no_delete', 'audit_anchor_no_update', 'audit_anchor_no_delete'];

/** A database with a trail and nothing else. @param old rows of before the chain */
export function trailBench(old = 0): TrailBench {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-audit-'));
  const log = { write: () => undefined };
  const clock = { now: () => bench.time };
  const open = (migrations: Parameters<typeof openDatabase>[0]['migrations']): Database =>
    openDatabase({ path: path.join(folder, 'trail.db'), key: new Uint8Array(32), migrations, synchronous: 'NORMAL', clock, log });
  let counter = 0;
  const id = (): string => {
    counter += 1;
    return uuidv7(bench.time, new Uint8Array([0, 0, 0, 0, 0, 0, counter >> 16, counter >> 8, counter, 0]));
  };
  const bench = { time: Date.UTC(2026, 0, 1) } as { -readonly [K in keyof TrailBench]: TrailBench[K] };
  if (old > 0) {
    const before = open([auditMigration]);
    const insert = command<{ id: string; at: number }>(
      'test.old',
      "INSERT INTO audit (id, at, kind, params, shown) VALUES (@id, @at, 'test.old', '{}', 1)",
    );
    before.write((tx) => {
      for (let n = 0; n < old; n++) tx.run(insert, { id: id(), at: bench.time + n });
    });
    before.close();
  }
  bench.db = open([auditMigration, auditChainMigration]);
  beginChain(bench.db, AUDIT_KEY);
  bench.audit = createAudit(id, () => bench.time, AUDIT_KEY);
  bench.add = (count) =>
    bench.db.write((tx) => {
      for (let n = 0; n < count; n++) {
        bench.time += DAY_MS;
        bench.audit.append(tx, { kind: 'document.read', userId: 'someone', subjectId: `document ${n}`, params: { n } });
      }
    });
  bench.tamper = (...statements) =>
    bench.db.write((tx) => {
      for (const trigger of TRIGGERS) tx.run(command('test.trigger', `DROP TRIGGER IF EXISTS ${trigger}`));
      for (const sql of statements) tx.run(command('test.tamper', sql));
    });
  bench.faults = () =>
    bench.db.write((tx) => {
      const walk = walkChain(tx, AUDIT_KEY);
      while (!walk.step(tx, 7));
      return walk.result().faults.map(({ kind, seq, count }) => `${kind} ${seq}${count > 1 ? ` x${count}` : ''}`);
    });
  bench.end = () => {
    bench.db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return bench;
}
