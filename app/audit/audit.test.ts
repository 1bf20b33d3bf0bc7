import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, type Stage, until } from '#app/core/testing.ts';
import { command, query } from '#app/platform/db/index.ts';
import type { AuditEntryView, AuditGroup } from '#shared/contract/audit.ts';
import { AUDIT_GROUPS } from '#shared/contract/audit.ts';
import { brusselsDate, localDate } from '#shared/domain/local-date.ts';
import { groupOf } from './groups.ts';
import { brusselsMidnight } from './midnight.ts';
import { firstKeptDay, retentionOn } from './retention-rules.ts';

let stage: Stage;
let app: App;
let documentId: string;
beforeAll(async () => {
  stage = await createStage({ documents: 20, startAt: '2026-11-10T09:00:00Z' });
  app = await stage.open();
  await connect(app);
  await app.call('sync.start', {});
  await until(async () => (await app.call('sync.status', {})).lastResult !== null && app.sync.status().state === 'idle');
  const { rows } = await app.call('documents.list', { filter: {}, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 50 });
  documentId = rows.find(({ archive }) => archive === 'stored')!.id;
});
afterAll(() => stage.end());

const DAYS = { from: '2026-11-01', until: '2026-11-30' };
const list = async (
  more: Partial<{ group: AuditGroup; userId: string; clientId: string; limit: number }> = {},
): Promise<AuditEntryView[]> => (await app.call('audit.list', { ...DAYS, limit: 500, ...more })).entries;
const out = (name: string): string => path.join(stage.profileDir, name);

describe('the trail', () => {
  it('has every call to SPF with correlation id, status, duration and bytes, and nothing of its content', async () => {
    await until(async () => (await list({ group: 'api' })).length > 10);
    const { items } = await stage.control<{ items: { correlation: string | null; route: string }[] }>('GET', '/requests');
    const entries = await list({ group: 'api' });
    const searched = entries.find(({ kind }) => kind === 'api.mmf.search')!;
    expect(searched).toMatchObject({ status: 200, correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/), who: null });
    expect(searched.bytes).toBeGreaterThan(100);
    expect(searched.durationMs).toBeGreaterThanOrEqual(0);
    const sent = items.map(({ correlation }) => correlation).filter((id) => id !== null);
    expect(sent.length).toBeGreaterThan(5);
    await until(async () => {
      const told = new Set((await list({ group: 'api' })).map(({ correlationId }) => correlationId));
      return sent.every((id) => told.has(id));
    });
  });

  it('has calls that fail', async () => {
    await expect(
      app.context.net.send({ operation: 'relay.revoke', url: 'http://127.0.0.1:9/x?secret=1', method: 'GET', headers: {}, timeoutMs: 500 }),
    ).rejects.toThrow();
    await until(async () => (await list({ group: 'api' })).some(({ kind }) => kind === 'api.relay.revoke'));
    const [entry] = await list({ group: 'api' });
    expect(entry).toMatchObject({ kind: 'api.relay.revoke', status: null, bytes: 0, params: { code: 'net.forbidden' } });
    expect(JSON.stringify(entry)).not.toContain('secret');
  });

  it('says who consulted which document, how, and when; not what the program reads for itself', async () => {
    await app.call('documents.content', { id: documentId });
    await app.call('documents.content', { id: documentId, as: 'saved' });
    await app.call('documents.printed', { id: documentId, pages: 2 });
    await app.call('exports.write', { selection: { filter: {}, except: [] }, format: 'zip', path: out('all.zip') });
    const entries = await list({ group: 'consultation' });
    const mine = entries.filter(({ subject }) => subject !== null).map(({ kind }) => kind);
    expect(mine.slice(-3)).toEqual(['document.printed', 'document.saved', 'document.read']);
    expect(mine.filter((kind) => kind === 'document.exported').length).toBeGreaterThan(10);
    expect(entries.every(({ who }) => who === 'U1')).toBe(true);
  });

  it('has settings and users, with what they were', async () => {
    await app.call('settings.set', { approval: 'other', locale: 'fr' });
    const changed = (await list({ group: 'settings' })).map(({ params }) => params);
    expect(changed[0]).toEqual({ setting: 'approval', from: 'off', to: 'other' });
    await app.call('users.save', { name: 'Deux', initials: 'D', role: 'assistant' });
    expect((await list({ group: 'people' }))[0]).toMatchObject({ kind: 'user.saved', params: { name: 'Deux', role: 'assistant' } });
  });

  it('is filtered by group, user, client and day, and every entry has one group', async () => {
    const all = await list();
    const parts = await Promise.all(AUDIT_GROUPS.map((group) => list({ group })));
    expect(parts.flat()).toHaveLength(all.length);
    expect(all.every(({ kind, group }) => groupOf(kind) === group)).toBe(true);
    const clientId = (await app.call('documents.get', { id: documentId })).clientId!;
    const ofClient = await list({ clientId });
    expect(ofClient.length).toBeGreaterThan(0);
    expect(new Set(ofClient.map(({ clientName }) => clientName)).size).toBe(1);
    const first = await app.call('audit.list', { ...DAYS, limit: 10 });
    const next = await app.call('audit.list', { ...DAYS, limit: 10, before: first.entries.at(-1)!.seq });
    expect(next.entries[0]!.seq).toBeLessThan(first.entries.at(-1)!.seq);
    expect((await app.call('audit.list', { from: '2026-10-01', until: '2026-10-31', limit: 10 })).entries).toEqual([]);
  });

  it('never shows a national number, whoever wrote one', async () => {
    app.context.db.write((tx) =>
      app.context.audit.append(tx, { kind: 'test.leak', params: { text: 'de 91.06.22-999.03 et 91062299903, pas 0100000169' } }),
    );
    expect((await list())[0]!.params).toEqual({ text: 'de *** et ***, pas 0100000169' });
  });
});

describe('its reports', () => {
  const write = (report: 'trail' | 'consultations', format: 'csv' | 'json' | 'pdf') =>
    app.call('audit.export', { ...DAYS, report, format, path: out(`r.${format}`) });

  it('as CSV for a spreadsheet', async () => {
    const { entries, bytes } = await write('consultations', 'csv');
    const text = readFileSync(out('r.csv'), 'utf8');
    expect(Buffer.byteLength(text)).toBe(bytes);
    expect(text.trim().split('\r\n')).toHaveLength(entries + 1);
    expect(text).toContain(';U1;Copie enregistrée;');
    expect(text).not.toMatch(/9106229990/);
  });

  it('as JSON, from which the chain can be followed without the program', async () => {
    await write('trail', 'json');
    const report = JSON.parse(readFileSync(out('r.json'), 'utf8')) as {
      entries: { seq: number; hash: string; kind: string }[];
      head: { seq: number };
    };
    expect(report).toMatchObject({ report: 'trail', from: DAYS.from, environment: 'sandbox' });
    expect(report.entries.map(({ seq }) => seq)).toEqual(report.entries.map((_, index) => index + report.entries[0]!.seq));
    expect(report.entries.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('as a paper', async () => {
    const { entries } = await write('consultations', 'pdf');
    expect(entries).toBeGreaterThan(10);
    expect(readFileSync(out('r.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('leaves nothing behind when there is nothing to say', async () => {
    const asked = { report: 'trail', format: 'csv', from: '2020-01-01', until: '2020-01-02', path: out('none.csv') } as const;
    await expect(app.call('audit.export', asked)).rejects.toMatchObject({ code: 'audit.empty' });
    expect(() => readFileSync(out('none.csv'))).toThrow();
    expect(() => readFileSync(out('none.csv.part'))).toThrow();
  });
});

describe('verification', () => {
  it('finds the trail whole, and after a change names the entry; what was touched is never pruned', async () => {
    expect((await app.call('audit.verify', {})).verification).toMatchObject({ running: false, faults: [] });
    const row = app.context.db.get(query<{ id: string; at: number }>('t', "SELECT id, at FROM audit WHERE kind = 'settings.changed'"))!;
    app.context.db.write((tx) => {
      tx.run(command('t1', 'DROP TRIGGER audit_no_update'));
      tx.run(command('t2', "UPDATE audit SET user_id = NULL WHERE kind = 'settings.changed'"));
    });
    const { verification } = await app.call('audit.verify', {});
    expect(verification.faults).toMatchObject([{ kind: 'changed', id: row.id, at: new Date(row.at).toISOString() }]);
    const { rows } = await app.call('activity.list', { limit: 5 });
    expect(rows[0]).toMatchObject({ kind: 'audit.verified', params: { faults: 1 } });
    await app.close();
    app = await stage.open();
    expect((await app.call('audit.status', {})).verification.faults).toHaveLength(1);
  });
});

describe('how long it is kept', () => {
  it('is a dated rule, never under what SPF asks for', () => {
    const { minimumMonths, keptMonths } = retentionOn(localDate('2026-11-23'));
    expect(minimumMonths).toBeGreaterThanOrEqual(12);
    expect(keptMonths).toBeGreaterThanOrEqual(minimumMonths);
    expect(firstKeptDay(localDate('2026-11-23'))).toBe('2024-11-01');
    expect(firstKeptDay(localDate('2027-01-31'))).toBe('2025-01-01');
  });

  it('counts days as they begin in Brussels', () => {
    for (const day of ['2026-01-01', '2026-03-29', '2026-03-30', '2026-07-01', '2026-10-25', '2026-10-26'].map(localDate)) {
      expect(brusselsDate(brusselsMidnight(day))).toBe(day);
      expect(brusselsDate(brusselsMidnight(day) - 1) < day).toBe(true);
    }
  });
});
