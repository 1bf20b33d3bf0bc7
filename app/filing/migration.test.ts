import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { command, type Database, type Migration, openDatabase, query } from '#app/platform/db/index.ts';
import { evidence } from './evidence.ts';
import { filingMigrations } from './migrations.ts';
import { returns } from './return-repository.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'filing-migration-'));
const key = new Uint8Array(randomBytes(32));
const log = { write: () => undefined };
let db: Database;
const open = (migrations: readonly Migration[]): Database =>
  openDatabase({ path: path.join(folder, 'guichet.db'), key, clock: { now: () => 0 }, log, synchronous: 'FULL', migrations });
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const OLD_STATES = ['draft', 'checked', 'approved', 'sending', 'accepted', 'refused', 'unknown', 'proven'];
const putReturn = command<{ id: string; state: string; xml: Uint8Array }>(
  'test.return',
  `INSERT INTO vat_return (id, client_id, period_key, state, version, content, xml, sha256, zip_sha256, sent_at, sent_by, refusal, created_at, updated_at)
   VALUES (@id, 'c-' || @id, '2026-09', @state, 7, '{"grids":{"03":100},"clientListingNihil":false,"restitution":false,"justifications":[]}',
     @xml, 'aa', 'bb', 5, 'u1', '{"helpdeskId":"X","entries":[]}', 1, 2)`,
);
const putEvent = command<{ id: string; returnId: string; at: number; event: string; userId: string | null }>(
  'test.event',
  "INSERT INTO filing_event (id, return_id, at, event, user_id, sha256, status) VALUES (@id, @returnId, @at, @event, @userId, 'aa', 200)",
);
const changeEvent = command('test.change', "UPDATE filing_event SET reason = 'x'");
const dropEvents = command('test.drop', 'DELETE FROM filing_event');
const broken = query<{ n: number }>('test.broken', 'SELECT count(*) AS n FROM pragma_foreign_key_check');

it('carries returns and evidence of the first schema over, and keeps the evidence append-only', () => {
  db = open(filingMigrations.slice(0, 1));
  db.write((tx) => {
    for (const state of OLD_STATES) {
      tx.run(putReturn, { id: state, state, xml: new Uint8Array([1, 2, 3]) });
      tx.run(putEvent, { id: `${state}-1`, returnId: state, at: 10, event: 'saved', userId: 'u1' });
      tx.run(putEvent, { id: `${state}-2`, returnId: state, at: 20, event: 'approve', userId: 'u2' });
      tx.run(putEvent, { id: `${state}-3`, returnId: state, at: 30, event: 'receipt', userId: null });
    }
  });
  db.close();
  db = open(filingMigrations);
  for (const state of OLD_STATES) {
    const row = returns.byId(db, state)!;
    // An approval that was given up is none.
    const approved = state !== 'draft' && state !== 'checked';
    expect(row).toMatchObject({
      ...{ state: state === 'checked' ? 'ready' : state, version: 7, sha256: 'aa', zipSha256: 'bb', sentAt: 5, sentBy: 'u1' },
      ...{
        preparedBy: 'u1',
        approvedBy: approved ? 'u2' : null,
        approvedAt: approved ? 20 : null,
        queuedAt: null,
        attempts: 0,
        waitingFor: null,
      },
      ...{ differences: [], portal: null, signOff: null, refusal: { helpdeskId: 'X' } },
    });
    expect(row.content.grids).toEqual({ '03': 100 });
    expect(returns.xml(db, state)).toEqual(Buffer.from([1, 2, 3]));
    expect(evidence.of(db, state).map(({ event, at, userId, status }) => [event, at, userId, status])).toEqual([
      ['saved', 10, 'u1', 200],
      ['approve', 20, 'u2', 200],
      ['receipt', 30, null, 200],
    ]);
  }
  expect(db.get(broken)?.n).toBe(0);
  expect(() => db.write((tx) => tx.run(changeEvent))).toThrow();
  expect(() => db.write((tx) => tx.run(dropEvents))).toThrow();
  // New evidence goes on where the old one ended; the new state is taken, an unknown one is not, nor a second open return of a period.
  db.write((tx) => tx.run(putEvent, { id: 'new', returnId: 'approved', at: 40, event: 'queue', userId: 'u2' }));
  expect(evidence.of(db, 'approved').at(-1)?.event).toBe('queue');
  const setState = command<{ state: string }>('test.state', "UPDATE vat_return SET state = @state WHERE id = 'approved'");
  db.write((tx) => tx.run(setState, { state: 'queued' }));
  expect(() => db.write((tx) => tx.run(setState, { state: 'checked' }))).toThrow();
  const twin = command('test.twin', "UPDATE vat_return SET client_id = 'c-approved' WHERE id = 'draft'");
  expect(() => db.write((tx) => tx.run(twin))).toThrow();
});
