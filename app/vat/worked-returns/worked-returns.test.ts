import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { parsePeriodKey } from '#shared/domain/period.ts';
import { evaluate } from '#shared/vat/rules/evaluate.ts';
import { readDraft } from '../draft.ts';
import { readConsignment } from '../xml/read-consignment.ts';
import { workedDraft, workedReturn, workedReturns, workedReturnXml } from './index.ts';

const declarant = { vatNumber: '1000000120', name: 'Exemple SRL' };
const balances: Readonly<Record<string, readonly [string, number]>> = {
  nil: ['71', 0],
  domestic: ['71', 2064_00],
  intraCommunity: ['71', 4095_00],
  construction: ['72', 663_00],
  import: ['71', 5565_00],
  creditNotes: ['71', 3822_00],
  refund: ['72', 5733_00],
  proRata: ['71', 1725_60],
};

describe.each(workedReturns.map(({ id }) => id))('worked return %s', (id) => {
  it.each(['2026-10', '2026-Q3', '2026-02', '2026-Q1'])('can be filed for %s and comes to the balance worked out by hand', (key) => {
    const period = parsePeriodKey(key)!;
    const { ret, problems } = readConsignment(workedReturnXml(id, declarant, period)).declarations[0]!;
    expect(problems).toEqual([]);
    expect(ret).toEqual(workedReturn(id, declarant, period));
    expect(evaluate(ret!, { today: localDate('2026-11-10') })).toEqual([]);
    const [grid, cents] = balances[id]!;
    expect(ret?.grids).toMatchObject({ [grid]: cents });
    expect(Boolean(ret?.deduction)).toBe(id === 'proRata' && (key === '2026-02' || key === '2026-Q1'));
    const fromDraft = readDraft(new TextEncoder().encode(workedDraft(id, declarant, period))).ret;
    expect({ ...fromDraft, reference: id }).toEqual(ret);
  });

  it('has a title in every language', () => {
    for (const locale of LOCALES) expect(workedReturns.find((worked) => worked.id === id)?.title[locale]).not.toBe('');
  });
});
