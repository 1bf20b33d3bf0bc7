import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, type Stage } from '#app/core/testing.ts';
import type { TopicEvent } from '#shared/contract/events.ts';
import type { Input, Output } from '#shared/contract/index.ts';

let stage: Stage;
let app: App;
let ids: string[];
let now = 0;

type Change = Input<'desk.change'>['change'];
type Row = Output<'documents.list'>['rows'][number];
const rowsOf = async (wanted: readonly string[]): Promise<Row[]> => {
  const { rows } = await app.call('documents.list', { filter: {}, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 500 });
  return wanted.map((id) => rows.find((row) => row.id === id)!);
};
const change = (wanted: string[], what: Change) => app.call('desk.change', { selection: { ids: wanted }, change: what });
const undo = (id: string | null) => app.call('desk.undo', { id: id! });
const history = async (id: string) => (await app.call('documents.get', { id })).history.map(({ what }) => what);

beforeAll(async () => {
  stage = await createStage({ documents: 60 });
  app = await stage.open({}, { clock: { now: () => Date.now() + now } });
  await connect(app);
  await app.sync.run({});
  const { rows } = await app.call('documents.list', {
    filter: {},
    sort: { by: 'modifiedOn', descending: true },
    offset: 0,
    limit: 500,
  });
  ids = rows.map(({ id }) => id);
});
afterAll(() => stage.end());

describe('desk.change', () => {
  it('changes what is named and nothing else, tells it and takes it back', async () => {
    const chosen = ids.slice(0, 3);
    const before = await rowsOf(chosen);
    const { currentId } = await app.call('users.list', {});
    const events: TopicEvent[] = [];
    const stop = app.onEvent((event) => events.push(event));
    const { changed, undoId } = await change(chosen, {
      work: 'done',
      assigneeId: currentId,
      addTags: ['Appel'],
      note: ' À voir ',
      seen: true,
    });
    stop();
    expect(changed).toBe(3);
    expect(new Set(events.map(({ topic }) => topic))).toEqual(new Set(['documents', 'desk', 'clients', 'status', 'activity']));
    for (const row of await rowsOf(chosen))
      expect(row).toMatchObject({ work: 'done', assigneeId: currentId, tags: ['Appel'], noted: true, seen: true });
    // What happens in one transaction has no order.
    expect((await history(chosen[0]!)).slice(-5).sort()).toEqual([
      'document.assigned',
      'document.done',
      'document.noted',
      'document.seen',
      'document.tagged',
    ]);
    const { rows } = await app.call('activity.list', { limit: 4 });
    expect(rows.map(({ kind, params }) => `${kind} ${params.count}`).sort()).toEqual([
      'documents.assigned 3',
      'documents.done 3',
      'documents.noted 3',
      'documents.tagged 3',
    ]);
    expect(await undo(undoId)).toEqual({ restored: 3, left: 0 });
    expect(await rowsOf(chosen)).toEqual(before);
    expect((await history(chosen[0]!)).at(-1)).toBe('document.undone');
    await expect(undo(undoId)).rejects.toMatchObject({ code: 'desk.undoGone' });
  });

  it('answers nothing changed when nothing would', async () => {
    expect(await change(ids.slice(0, 2), { work: 'new', assigneeId: null, seen: false, note: '', removeTags: ['x'] })).toEqual({
      changed: 0,
      undoId: null,
    });
    expect(await change(ids.slice(0, 2), {})).toEqual({ changed: 0, undoId: null });
  });

  it('leaves and counts what somebody changed meanwhile', async () => {
    const chosen = ids.slice(0, 4);
    const { undoId } = await change(chosen, { work: 'done', addTags: ['paie'] });
    const later = await change([chosen[0]!], { work: 'todo' });
    await change([chosen[1]!], { removeTags: ['paie'] });
    await change([chosen[2]!], { note: 'autre chose' });
    expect(await undo(undoId)).toEqual({ restored: 2, left: 2 });
    expect((await rowsOf(chosen)).map(({ work, tags, noted }) => [work, tags, noted])).toEqual([
      ['todo', [], false],
      ['new', [], false],
      ['new', [], true],
      ['new', [], false],
    ]);
    expect(await undo(later.undoId)).toEqual({ restored: 1, left: 0 });
    await change(chosen, { work: 'new', note: '' });
  });

  it('gives a tag one spelling, the first', async () => {
    const [one, two] = ids.slice(10, 12) as [string, string];
    await change([one], { addTags: ['Réclamation'] });
    const { undoId } = await change([two], { addTags: ['RÉCLAMATION ', 'réclamation'] });
    expect((await rowsOf([one, two])).map(({ tags }) => tags)).toEqual([['Réclamation'], ['Réclamation']]);
    expect((await change([one, two], { removeTags: ['réclamation'] })).changed).toBe(2);
    expect(await undo(undoId)).toEqual({ restored: 0, left: 1 });
  });

  it('takes all of a filter but some', async () => {
    const group = (await rowsOf(ids))[0]!.group;
    const { total } = await app.call('documents.list', {
      filter: { group },
      sort: { by: 'modifiedOn', descending: true },
      offset: 0,
      limit: 1,
    });
    const { changed, undoId } = await app.call('desk.change', {
      selection: { filter: { group }, except: [ids[0]!] },
      change: { work: 'todo' },
    });
    expect(changed).toBe(total - 1);
    expect((await rowsOf([ids[0]!]))[0]!.work).toBe('new');
    expect(await undo(undoId)).toEqual({ restored: total - 1, left: 0 });
  });

  it('counts a document as seen once somebody opens it, and not what the program reads for itself', async () => {
    const id = ids[20]!;
    const version = (await rowsOf([id]))[0]!;
    expect(version.seen).toBe(false);
    const topics: string[] = [];
    const stop = app.onEvent(({ topic }) => topics.push(topic));
    await app.call('documents.content', { id });
    await app.call('documents.content', { id });
    stop();
    expect((await rowsOf([id]))[0]!.seen).toBe(true);
    // The sync before it may still announce its own, so only that it was told is certain.
    expect(topics).toContain('documents');
    expect((await change([id], { seen: false })).changed).toBe(1);
  });

  it('refuses a user nobody knows and leaves everything', async () => {
    await expect(change([ids[0]!], { work: 'done', assigneeId: '0190a000-0000-7000-8000-000000000000' })).rejects.toMatchObject({
      code: 'users.unknown',
    });
    expect((await rowsOf([ids[0]!]))[0]!.work).toBe('new');
  });

  it('forgets how to take back after a day', async () => {
    const { undoId } = await change([ids[0]!], { work: 'done' });
    now += 25 * 3_600_000;
    const next = await change([ids[0]!], { work: 'new' });
    await expect(undo(undoId)).rejects.toMatchObject({ code: 'desk.undoGone' });
    expect(await undo(next.undoId)).toEqual({ restored: 1, left: 0 });
    await change([ids[0]!], { work: 'new' });
  });
});

describe('saved views', () => {
  it('keep the list, not what was open, under a name of their own', async () => {
    const { views } = await app.call('desk.saveView', { name: ' À payer ', query: '?tag=paie&doc=1&work=inbox&evil=%3Cx%3E' });
    expect(views).toMatchObject([{ name: 'À payer', query: 'work=inbox&tag=paie' }]);
    await expect(app.call('desk.saveView', { name: 'à PAYER', query: '' })).rejects.toMatchObject({ code: 'desk.viewName' });
    const { id } = views[0]!;
    await app.call('desk.saveView', { id, name: 'À payer', query: 'work=all' });
    expect((await app.call('desk.views', {})).views).toEqual([{ id, name: 'À payer', query: 'work=all' }]);
    expect(await app.call('desk.deleteView', { id })).toEqual({ views: [] });
    await expect(app.call('desk.saveView', { id, name: 'x', query: '' })).rejects.toMatchObject({ code: 'desk.viewUnknown' });
  });
});
