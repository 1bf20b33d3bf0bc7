import { expect, it } from 'vitest';
import { asks, periodsNear, wanting } from './given.ts';

const NOTHING = { layout: 'rows', enterpriseNumber: null, period: null, gridColumn: null, amountColumn: null, grids: {} } as const;
const SILENT = { enterpriseNumber: null, periodKey: null };

it('offers months and quarters, the running ones first', () => {
  const near = periodsNear('2026-11-10' as never);
  expect(near.slice(0, 5)).toEqual(['2026-Q4', '2026-11', '2026-10', '2026-09', '2026-Q3']);
});

it('asks for what the table does not say', () => {
  expect(asks({ ...NOTHING, enterpriseNumber: 0 })).toEqual({ client: false, period: true });
  expect(wanting(NOTHING, SILENT, { clientId: '', periodKey: '' })).toBe('client');
  expect(wanting(NOTHING, SILENT, { clientId: 'x', periodKey: '' })).toBe('period');
  expect(wanting(NOTHING, { enterpriseNumber: '0100000268', periodKey: '2026-10' }, { clientId: '', periodKey: '' })).toBeNull();
  expect(wanting({ ...NOTHING, layout: 'columns' }, SILENT, { clientId: '', periodKey: '' })).toBeNull();
  expect(wanting({ ...NOTHING, layout: 'columns', amountColumn: 2 }, SILENT, { clientId: '', periodKey: '' })).toBe('client');
});
