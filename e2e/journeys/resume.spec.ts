import { expect, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

test.use({ world: { documents: 900 } });

test('killed in the middle of a sync, the next start finishes it and fetches nothing twice', async ({ office }) => {
  // Slow enough that the kill meets it at work, however busy the machine.
  await office.control('faults', { route: 'mmf.content', kind: 'latency', count: 2000, params: { ms: 60 } });
  await office.connect();
  await eventually(async () => (await office.guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  if ((await office.guichet.call('sync.status', {})).state === 'idle') await office.guichet.call('sync.start', {});
  await eventually(async () => ((await office.guichet.call('sync.status', {})).total.done > 200 ? true : undefined));
  await office.kill();

  await office.open();
  const kept = (await office.guichet.call('documents.facets', {})).archive.find(({ state }) => state === 'stored')?.count ?? 0;
  expect(kept).toBeGreaterThan(150);
  expect(kept).toBeLessThan(900);
  if ((await office.guichet.call('sync.status', {})).state === 'idle') await office.guichet.call('sync.start', {});
  await eventually(async () => {
    const { archive } = await office.guichet.call('documents.facets', {});
    return archive.length === 1 && archive[0]?.state === 'stored' && archive[0].count === 900 ? true : undefined;
  }, 60);
  // What the kill interrupted may come again, what was stored may not: eight transfers at once and one group being committed.
  const { items } = await office.control<{ items: unknown[] }>('requests?route=mmf.content');
  expect(items.length).toBeLessThan(900 + 120);
});
