import { describe, expect, it } from 'vitest';
import { cents } from '../domain/cents.ts';
import { localDate } from '../domain/local-date.ts';
import { epcQr } from './epc-qr.ts';
import { paymentInstruction } from './payment.ts';

const day = localDate('2026-11-20');
const to = paymentInstruction('0477472701', day);
const qr = (amount: number, name = to.name) => epcQr({ ...to, name, amount: cents(amount) }, day);

describe('content of the payment code', () => {
  it('has its eleven lines, the Belgian communication as unstructured text', () => {
    expect(qr(289_800)?.split('\n')).toEqual([
      ...['BCD', '002', '1', 'SCT', 'GEBABEBB', 'Compte-provisions TVA / Provisierekening btw', 'BE41679200364210', 'EUR2898.00'],
      ...['', '', '+++047/7472/70195+++'],
    ]);
  });

  it.each([
    [1, 'EUR0.01'],
    [100, 'EUR1.00'],
    [99_999_999_999, 'EUR999999999.99'],
  ])('says %i cents as %s', (amount, text) => expect(qr(amount)?.split('\n')[7]).toBe(text));

  it.each([0, -1, 100_000_000_000])('says nothing for %i cents', (amount) => expect(qr(amount)).toBeNull());

  it('keeps a name in one line of at most 70 characters', () => {
    const lines = qr(100, `${'é'.repeat(69)}😀\nx`)?.split('\n') ?? [];
    expect(lines).toHaveLength(11);
    expect(lines[5]).toBe(`${'é'.repeat(69)}😀`);
  });
});
