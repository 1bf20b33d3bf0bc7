import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, type Stage } from '#app/core/testing.ts';
import { command } from '#app/platform/db/index.ts';
import { addDays } from '#shared/domain/local-date.ts';

let stage: Stage;
let app: App;
beforeAll(async () => {
  stage = await createStage({ documents: 40, clients: 3, history: 0 });
  app = await stage.open();
  await connect(app);
  await app.sync.run({});
});
afterAll(() => stage.end());

const place = command<{ id: string; urgent: number; due: string | null; day: string }>(
  'test.place',
  "UPDATE document SET urgent = @urgent, due_on = @due, modified_on = @day, work = 'new' WHERE id = @id",
);
const clear = command('test.clear', "UPDATE document SET urgent = 0, due_on = NULL, work = 'new'");

it('takes the day a document carries, else the usual delay of a demand', async () => {
  const { rows } = await app.call('documents.list', { filter: {}, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 8 });
  const today = app.context.today();
  const ids = rows.map(({ id }) => id);
  const put = (index: number, urgent: number, due: number | null, age: number): void =>
    app.context.db.write((tx) => {
      tx.run(place, { id: ids[index]!, urgent, due: due === null ? null : addDays(today, due), day: addDays(today, -age) });
    });
  app.context.db.write((tx) => void tx.run(clear));
  put(0, 1, null, 1);
  put(1, 1, null, 3);
  put(2, 1, 6, 10);
  put(3, 1, -1, 0);
  put(4, 0, 2, 20);
  put(5, 0, 3, 20);
  put(6, 0, -1, 20);
  put(7, 0, 0, 20);
  const { tasks } = await app.call('today.get', {});
  const of = (kind: string) =>
    tasks.filter((task) => task.kind === kind).map(({ targetId, due, count }) => [ids.indexOf(targetId!), due, count]);
  expect(of('demand')).toEqual([
    [0, addDays(today, 1), 1],
    [2, addDays(today, 6), 1],
  ]);
  expect(of('lateDemand').reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(2);
  expect(of('dueSoon')).toEqual([
    [7, today, 1],
    [4, addDays(today, 2), 1],
  ]);
  await app.call('desk.change', { selection: { ids: [ids[7]!, ids[0]!] }, change: { work: 'done' } });
  const after = (await app.call('today.get', {})).tasks.map(({ targetId }) => targetId);
  expect(after).not.toContain(ids[7]);
  expect(after).not.toContain(ids[0]);
});
