import { describe, expect, it } from 'vitest';
import { GuichetError } from '#shared/domain/errors.ts';
import { evaluate } from '#shared/vat/rules/evaluate.ts';
import { onTime } from '#shared/vat/testing.ts';
import { readDraft, readDraftValue } from './draft.ts';

const draft = {
  declarant: {
    vatNumber: 'BE 0999.999.922',
    name: 'Exemple SRL',
    street: 'Rue Fictive 1',
    postCode: '1000',
    city: 'Bruxelles',
    countryCode: 'BE',
    emailAddress: 'demo@example.be',
    phone: '02/200.00.00',
  },
  period: { year: 2026, month: 6 },
  grids: { '03': '25000.00', '54': '5250.00', '59': '2772.00', '81': '13200' },
  clientListingNihil: false,
  restitution: false,
  paymentAttribute: 'NO',
};

function refusal(value: unknown): Pick<GuichetError, 'code' | 'params'> {
  try {
    readDraftValue(value);
  } catch (error) {
    if (error instanceof GuichetError) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error('was read');
}

describe('draft', () => {
  it('normalises the number and the telephone, and computes the balance', () => {
    const { ret } = readDraftValue(draft);
    expect(ret.declarant.vatNumber).toBe('0999999922');
    expect(ret.declarant.phone).toBe('02 200 00 00');
    expect(ret.grids['71']).toBe(2478_00);
    expect(ret.justifications).toEqual([]);
    expect(evaluate(ret, onTime)).toEqual([]);
  });

  it('takes grids with and without zero, amounts as numbers, and a balance that is right', () => {
    const { ret } = readDraftValue({ ...draft, grids: { '3': 100.5, '54': '21.11', '71': '21.11', '72': '0.00' } });
    expect(ret.grids).toEqual({ '03': 10050, '54': 2111, '71': 2111 });
  });

  it('keeps what is optional and leaves empty fields out', () => {
    const more = {
      replaces: '1-0999999922-202606',
      comment: 'corrected',
      justifications: [{ code: 'W_TVA_GRID_54O_INCORRECT_VALUE', comment: 'margin' }],
      deduction: { adjustedYear: 2025, generalPercentage: 62 },
    };
    const { ret, regime } = readDraftValue({
      ...draft,
      ...more,
      regime: 'month',
      declarant: { vatNumber: '0999999922', phone: '', name: null },
    });
    expect(ret).toMatchObject(more);
    expect(regime).toBe('month');
    expect(ret.declarant).toEqual({ vatNumber: '0999999922' });
  });

  it.each<[string, unknown, string, string]>([
    ['no object', [], 'vat.draft.field', '$'],
    ['no declarant', { ...draft, declarant: undefined }, 'vat.draft.field', 'declarant'],
    ['a number for a name', { ...draft, declarant: { ...draft.declarant, name: 5 } }, 'vat.draft.field', 'declarant.name'],
    ['an unknown field', { ...draft, restitutions: true }, 'vat.draft.unknownField', 'restitutions'],
    ['an unknown field deep down', { ...draft, declarant: { ...draft.declarant, zip: '1' } }, 'vat.draft.unknownField', 'declarant.zip'],
    ['month 13', { ...draft, period: { year: 2026, month: 13 } }, 'vat.draft.field', 'period.month'],
    ['month and quarter', { ...draft, period: { year: 2026, month: 1, quarter: 1 } }, 'vat.draft.field', 'period'],
    ['grid 91', { ...draft, grids: { '91': '1.00' } }, 'vat.draft.grid', 'grids.91'],
    ['three decimals', { ...draft, grids: { '03': '1.005' } }, 'vat.draft.amount', 'grids.03'],
    ['a negative amount', { ...draft, grids: { '81': '-1.00' } }, 'vat.draft.amount', 'grids.81'],
    ['a comma', { ...draft, grids: { '81': '1.000,00' } }, 'vat.draft.amount', 'grids.81'],
    ['too large an amount', { ...draft, grids: { '81': '100000000000.00' } }, 'vat.draft.amount', 'grids.81'],
    ['an amount that is nothing', { ...draft, grids: { '81': null } }, 'vat.draft.field', 'grids.81'],
    ['a strange payment attribute', { ...draft, paymentAttribute: 'YES' }, 'vat.draft.field', 'paymentAttribute'],
    ['a justification without code', { ...draft, justifications: [{ comment: 'x' }] }, 'vat.draft.field', 'justifications.0.code'],
  ])('names the place of %s', (_, value, code, path) => expect(refusal(value)).toMatchObject({ code, params: { path } }));

  it('refuses a balance that is not the computed one, and numbers that cannot be', () => {
    expect(refusal({ ...draft, grids: { '54': '10.00', '71': '9.99' } })).toMatchObject({
      code: 'vat.draft.balance',
      params: { grid: '71', found: '9,99', expected: '10,00', expectedGrid: '71' },
    });
    expect(refusal({ ...draft, grids: { '54': '10.00', '72': '10.00' } }).code).toBe('vat.draft.balance');
    expect(refusal({ ...draft, grids: { '3': '1.00', '03': '1.00' } })).toEqual({ code: 'vat.draft.gridTwice', params: { grid: '03' } });
    expect(refusal({ ...draft, declarant: { vatNumber: '0999999923' } }).code).toBe('vat.draft.vatNumber');
  });

  it('says where JSON breaks', () => {
    const read = (source: string) => () => readDraft(new TextEncoder().encode(source));
    expect(read(`\ufeff${JSON.stringify(draft)}`)).not.toThrow();
    expect(read('{\n  "a": }')).toThrow(expect.objectContaining({ code: 'vat.draft.json', params: { detail: '}' } }));
    expect(read('{\n  a: 1 }')).toThrow(expect.objectContaining({ params: { detail: '2:3' } }));
    expect(read('{"a":1')).toThrow(expect.objectContaining({ params: { detail: '1:7' } }));
  });
});
