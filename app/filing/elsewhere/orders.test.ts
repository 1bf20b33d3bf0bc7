import { expect, it } from 'vitest';
import { command, query } from '#app/platform/db/index.ts';
import {
  advance,
  approved,
  at,
  bench,
  CLIENT,
  codeOf,
  control,
  fetchReceipts,
  filing,
  identity,
  openFiling,
  posts,
  withFilingBench,
} from '../test-desk.ts';
import { fileElsewhere } from './test-elsewhere.ts';

withFilingBench();

type Event = 'restore' | 'arrive' | 'file';
const ORDERS: readonly (readonly Event[])[] = [
  ['restore', 'arrive', 'file'],
  ['restore', 'file', 'arrive'],
  ['arrive', 'restore', 'file'],
  ['arrive', 'file', 'restore'],
  ['file', 'restore', 'arrive'],
  ['file', 'arrive', 'restore'],
];

/** The return as the backup has it: approved, and nothing of what became of it. */
const forget = command(
  'test.restore',
  `UPDATE vat_return SET state = 'approved', sent_at = NULL, sent_by = NULL, pdf_reference = NULL, xml_reference = NULL, pdf_document_id = NULL,
   xml_document_id = NULL, differences = NULL, refusal = NULL, error = NULL, queued_at = NULL, version = version + 1`,
);
const unread = command('test.unread', 'DELETE FROM vat_receipt');
const held = query<{ n: number }>('test.held', "SELECT count(*) AS n FROM document WHERE grp = 'receipt'");

const cases = (['others', 'us'] as const).flatMap((by) =>
  (['vat.file', 'vat.queue'] as const).flatMap((way) => ORDERS.map((order) => [by, way, order.join(' ')] as const)),
);

it.each(cases)('filed first by %s: %s after %s sends nothing that SPF is known to hold', async (by, way, order) => {
  const { id } = await approved();
  if (by === 'others') expect(await fileElsewhere()).toBe(200);
  let mine = filing;
  const get = async () => mine.handlers['vat.get']({ id });
  const steps: Readonly<Record<Event, () => Promise<unknown>>> = {
    restore: async () => {
      await mine.close();
      bench.context.db.write((tx) => {
        tx.run(forget);
        tx.run(unread);
      });
      mine = openFiling(bench, identity);
    },
    arrive: async () => {
      await advance('P1D');
      return fetchReceipts();
    },
    file: async () => {
      const code = await codeOf(async () => mine.handlers[way](at(await get())));
      await mine.queue.settled();
      return code;
    },
  };
  for (const event of [...(order.split(' ') as Event[]), 'arrive', 'file'] as const) {
    const known = bench.context.db.get(held)!.n > 0;
    const before = (await posts()).length;
    await steps[event]();
    if (known) expect(await posts()).toHaveLength(before);
  }
  await mine.settled();
  const { items } = (await control.get('/filings')) as { items: { enterpriseNumber: string; seeded: boolean; status: string }[] };
  const ours = items.filter(({ enterpriseNumber, seeded }) => enterpriseNumber === CLIENT && !seeded);
  expect(ours.map(({ status }) => status)).toEqual(['accepted']);

  // Ended: proven, locked until the receipt is compared, or waiting for a person, who may replace it.
  const seen = await get();
  if (seen.filedElsewhere) {
    const call = mine.handlers;
    const draft = await call['vat.replaceElsewhere'](at(seen));
    const again = await call['vat.approve'](at(await call['vat.check'](at(draft))));
    expect((await call['vat.file'](at(again))).state).toBe('accepted');
  } else expect(['proven', 'unknown']).toContain(seen.state);
  if (mine !== filing) await mine.close();
});
