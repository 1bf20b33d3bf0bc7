import { describe, expect, it } from 'vitest';
import { localDate } from '../domain/local-date.ts';
import { formatIban, PAYMENT_ACCOUNTS, paymentInstruction, structuredCommunication } from './payment.ts';

describe('payment of VAT', () => {
  it.each([
    ['0477472701', '+++047/7472/70195+++'],
    ['0470995079', '+++047/0995/07936+++'],
    ['0000000097', '+++000/0000/09797+++'],
  ])('communication of %s', (number, expected) => expect(structuredCommunication(number)).toBe(expected));

  it('refuses anything but ten digits', () => expect(() => structuredCommunication('BE0477472701')).toThrow(RangeError));

  it('changes account on 01/05/2026 and bank on 15/12/2025', () => {
    const on = (day: string) => paymentInstruction('0477472701', localDate(day));
    expect(on('2026-04-30')).toMatchObject({ iban: 'BE22679200300047', bic: 'GEBABEBB' });
    expect(on('2026-05-01')).toMatchObject({ iban: 'BE41679200364210', bic: 'GEBABEBB' });
    expect(on('2025-12-14').bic).not.toBe('GEBABEBB');
    expect(on('2025-12-15').bic).toBe('GEBABEBB');
    expect(formatIban('BE41679200364210')).toBe('BE41 6792 0036 4210');
  });

  it('holds only IBANs whose check digits are right', () => {
    for (const { iban } of PAYMENT_ACCOUNTS) {
      const digits = `${iban.slice(4)}1114${iban.slice(2, 4)}`;
      expect(BigInt(digits) % 97n, iban).toBe(1n);
    }
  });
});
