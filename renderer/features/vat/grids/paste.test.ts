import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import { ORDER } from './grid-layout.ts';
import { readPaste } from './paste.ts';

const paste = (text: string, from: (typeof ORDER)[number] = '00') => readPaste(text, from, ORDER);
const taken = (text: string, from?: (typeof ORDER)[number]) =>
  paste(text, from)?.taken.map(({ grid, amount }) => `${grid} ${amount === null ? '–' : formatAmount(amount)}`);
const left = (text: string) => paste(text)?.left.map(({ line, why }) => `${line} ${why}`);

describe('a paste from a spreadsheet', () => {
  it('leaves a single amount to the cell', () => {
    expect(paste('1.234,56')).toBeNull();
    expect(paste(' 1.234,56\r\n')).toBeNull();
  });

  it('takes grid and amount in any order, with a heading, a label between them, and what is computed left out', () => {
    expect(taken('Grille\tMontant\r\n03\t1.000,00\r\n1\t500,5\r\nGrille 54\tTVA due\t240.03\r\nXX\t240,03\r\n71\t240,03\r\n')).toEqual([
      '03 1.000,00',
      '01 500,50',
      '54 240,03',
    ]);
    expect(left('Grille\tMontant\r\n03\t1.000,00\n71\t1\n91\t5\n03\t2\n02\tabc\n02\t-1')).toEqual([
      '3 computed',
      '4 noSuchGrid',
      '5 twice',
      '6 notAnAmount',
      '7 negative',
    ]);
    expect(taken('01;100\n54;6')).toEqual(['01 100,00', '54 6,00']);
  });

  it('goes down from the cell, over the frames, and skips empty lines', () => {
    expect(taken('1\n\n2,5', '48')).toEqual(['48 1,00', '81 2,50']);
    expect(taken('Montant\n1\n2,5', '48')).toEqual(['48 1,00', '49 2,50']);
    expect(paste('1\n2\n3', '62')).toEqual({
      taken: [
        { grid: '62', amount: 100 },
        { grid: '64', amount: 200 },
      ],
      left: [{ line: 3, text: '3', why: 'noPlace' }],
    });
  });

  it('reads negative amounts as spreadsheets write them, where they may be', () => {
    expect(taken('81\t(1.250,00)\n82\t300-\n83\t-1')).toEqual(['81 -1.250,00', '82 -300,00', '83 -1,00']);
  });

  it('brings every amount of a column to its grid', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e11 }), { minLength: 2, maxLength: ORDER.length }), (amounts) => {
        const pasted = paste(amounts.map((amount) => formatAmount(amount as Cents)).join('\r\n'));
        expect(pasted?.taken.map(({ amount }) => amount)).toEqual(amounts);
        expect(pasted?.taken.map(({ grid }) => grid)).toEqual(ORDER.slice(0, amounts.length));
      }),
    );
  });
});
