import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, type Stage, until } from '#app/core/testing.ts';
import { command, query } from '#app/platform/db/index.ts';
import type { Fact } from '#shared/contract/reading.ts';

let stage: Stage;
let app: App;
const waiting = async (of: App): Promise<number> => (await of.call('reading.status', {})).waiting;
const FILTER = { sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 500 } as const;
const rows = async (label?: string) =>
  (await app.call('documents.list', { filter: {}, ...FILTER })).rows.filter((row) => label === undefined || row.label.fr.startsWith(label));
const factsOf = async (id: string) => (await app.call('reading.get', { id })).facts;
const valueIn = (facts: readonly Fact[], kind: Fact['kind']) => facts.find((fact) => fact.kind === kind)?.value;

beforeAll(async () => {
  stage = await createStage({ documents: 60 });
  app = await stage.open({ resume: true });
  await connect(app);
  await app.sync.run({});
  await until(async () => (await app.call('reading.status', {})).read > 40 && (await waiting(app)) === 0);
}, 60_000);
afterAll(() => stage.end());

describe('reading what is stored', () => {
  it('shows what a demand says, where it says so, and counts its 48 hours from its own day', async () => {
    const demand = (await rows('Sommation')).find((row) => row.archive === 'stored')!;
    const { state, pages, facts } = await app.call('reading.get', { id: demand.id });
    expect({ state, pages: pages! > 0 }).toEqual({ state: 'read', pages: true });
    expect(facts.map(({ kind }) => kind)).toEqual(['amount', 'delay', 'iban', 'communication']);
    expect(demand).toMatchObject({ dueBy: 'machine', amountBy: 'machine', amount: Number(valueIn(facts, 'amount')) });
    expect(valueIn(facts, 'delay')).toBe('48h');
    for (const { page, boxes, written } of facts) {
      expect(page).toBe(1);
      expect(boxes.length).toBeGreaterThan(0);
      for (const box of boxes) {
        expect(Math.min(box.x, box.y, box.width, box.height)).toBeGreaterThanOrEqual(0);
        expect(Math.max(box.x + box.width, box.y + box.height)).toBeLessThanOrEqual(1);
      }
      expect(written).not.toBe('');
    }
  });

  it('puts a person above the machine, and takes it back in both ways', async () => {
    const { id, dueOn, dueBy, amount } = (await rows('Sommation')).find((row) => row.archive === 'stored')!;
    const row = async () => (await rows()).find((each) => each.id === id)!;
    await app.call('reading.correct', { id, kind: 'dueOn', value: '2027-01-15' });
    expect(await row()).toMatchObject({ dueOn: '2027-01-15', dueBy: 'person' });
    const { undoId } = await app.call('reading.correct', { id, kind: 'dueOn', value: null });
    expect(await row()).toMatchObject({ dueOn: null, dueBy: 'person' });
    expect(await app.call('desk.undo', { id: undoId! })).toEqual({ restored: 1, left: 0 });
    expect(await row()).toMatchObject({ dueOn: '2027-01-15', dueBy: 'person' });
    await app.call('reading.forget', { id, kind: 'dueOn' });
    expect(await row()).toMatchObject({ dueOn, dueBy });
    expect(await app.call('reading.forget', { id, kind: 'dueOn' })).toEqual({ undoId: null });

    const first = await app.call('reading.correct', { id, kind: 'amount', value: '1500' });
    await app.call('reading.correct', { id, kind: 'amount', value: '1600' });
    expect(await app.call('desk.undo', { id: first.undoId! })).toEqual({ restored: 0, left: 1 });
    expect(await row()).toMatchObject({ amount: 1600, amountBy: 'person' });
    await app.call('reading.forget', { id, kind: 'amount' });
    expect(await row()).toMatchObject({ amount, amountBy: 'machine' });
  });

  it.each([
    ['amount', '12,50'],
    ['amount', '0'],
    ['dueOn', '2026-02-30'],
    ['delay', '30'],
    ['iban', 'BE22679200300048'],
    ['communication', '047747270196'],
    ['taxYear', '26'],
    ['period', '2026-13'],
  ] as const)('refuses as %s what is none: %s', async (kind, value) => {
    const { id } = (await rows('Sommation'))[0]!;
    await expect(app.call('reading.correct', { id, kind, value })).rejects.toMatchObject({ code: 'reading.value' });
  });

  it('gives the paragraphs of a Word document', async () => {
    const { id } = (await rows()).find((row) => row.mimeType?.includes('wordprocessing'))!;
    const { paragraphs } = await app.call('reading.text', { id });
    expect(paragraphs.length).toBeGreaterThan(3);
    expect((await app.call('reading.get', { id })).state).toBe('read');
  });

  it('finds the words of its pages', async () => {
    const { total } = await app.call('documents.list', { filter: { text: 'recouvrement poursuivi' }, ...FILTER });
    expect(total).toBeGreaterThan(0);
  });

  it('reads again when asked to, and keeps a person’s word', async () => {
    const { id } = (await rows('Sommation'))[0]!;
    await app.call('reading.correct', { id, kind: 'amount', value: '700' });
    expect(await app.call('reading.again', { selection: { ids: [id] } })).toEqual({ waiting: 1 });
    await until(async () => (await waiting(app)) === 0);
    expect(valueIn(await factsOf(id), 'amount')).toBe('700');
    await app.call('reading.forget', { id, kind: 'amount' });
  });

  it('does not try for ever what took the program down, and reads the rest', async () => {
    const [bad, good] = (await rows('Sommation')).filter((row) => row.archive === 'stored');
    const begun = command<{ id: string; attempts: number }>(
      'test.begun',
      'UPDATE reading SET attempts = @attempts WHERE document_seq = (SELECT seq FROM document WHERE id = @id)',
    );
    const toRead = command<{ ids: string }>(
      'test.toRead',
      "UPDATE document SET read_state = 'waiting' WHERE id IN (SELECT value FROM json_each(@ids))",
    );
    const others = (await rows('Avis')).filter((row) => row.archive === 'stored');
    const again = [bad!, ...(good ? [good] : []), ...others].map(({ id }) => id);
    await app.close();
    app = await stage.open();
    app.context.db.write((tx) => {
      tx.run(begun, { id: bad!.id, attempts: 2 });
      tx.run(toRead, { ids: JSON.stringify(again) });
    });
    expect(await waiting(app)).toBe(again.length);
    await app.close();
    app = await stage.open({ resume: true });
    await until(async () => (await waiting(app)) === 0);
    expect(await app.call('reading.get', { id: bad!.id })).toMatchObject({ state: 'unreadable', reason: 'reading.crashed' });
    // What its label says holds all the same.
    expect((await rows()).find(({ id }) => id === bad!.id)).toMatchObject({ dueBy: 'label', amount: null });
    for (const { id } of others) expect((await app.call('reading.get', { id })).state).toBe('read');
  });
});

describe('labels nobody knows', () => {
  it('are listed, take the group they are given, and give it back', async () => {
    const { labels } = await app.call('labels.unknown', {});
    const label = labels.find(({ label: { fr } }) => fr.startsWith('Courrier divers'))!;
    expect(label.group).toBeNull();
    const after = await app.call('labels.assign', { key: label.key, group: 'control' });
    expect(after.labels.find(({ key }) => key === label.key)).toMatchObject({ group: 'control', documents: label.documents });
    const groups = async () => new Set((await rows('Courrier divers')).map(({ group }) => group));
    expect(await groups()).toEqual(new Set(['control']));
    await app.call('labels.assign', { key: label.key, group: null });
    expect(await groups()).toEqual(new Set(['other']));
  });

  it('sorts what was filed under another list anew, once', async () => {
    const unsort = command(
      'test.unsort',
      "UPDATE document SET grp = 'other', label_key = '', legal_delay = 0, label_en = 'x' WHERE label_fr LIKE 'Avertissement%'",
    );
    const forget = command('test.forget', "DELETE FROM setting WHERE key = 'note.classifier.types'");
    app.context.db.write((tx) => {
      tx.run(unsort);
      tx.run(forget);
    });
    await app.close();
    app = await stage.open();
    const sorted = query<{ count: number }>('test.sorted', "SELECT count(*) AS count FROM document WHERE label_key = ''");
    await until(() => app.context.db.get(sorted)!.count === 0);
    for (const row of await rows('Avertissement')) expect(row).toMatchObject({ group: 'assessment' });
    expect((await rows('Avertissement')).every(({ label }) => label.en.startsWith('Tax assessment'))).toBe(true);
  });
});
