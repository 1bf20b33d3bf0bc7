import { describe, expect, it } from 'vitest';
import { addMonths, afterDelay, delayText, parseDelay } from './delay.ts';
import { isIban, parseIban } from './iban.ts';
import { localDate } from './local-date.ts';
import { formatCommunication, isCommunication, parseCommunication } from './structured-communication.ts';

describe('an IBAN', () => {
  it('has the length of its country and check digits that hold', () => {
    expect(isIban('BE22679200300047')).toBe(true);
    expect(isIban('BE22679200300048')).toBe(false);
    expect(isIban('BE2267920030004')).toBe(false);
    expect(isIban('ZZ22679200300047')).toBe(false);
    expect(parseIban('be41 6792 0036 4210')).toBe('BE41679200364210');
    expect(parseIban('NL91 ABNA 0417 1643 00')).toBe('NL91ABNA0417164300');
    expect(parseIban('BE41 6792 0036 421')).toBeNull();
  });
});

describe('a structured communication', () => {
  it('has check digits, 97 standing for 0', () => {
    expect(parseCommunication('+++047/7472/70195+++')).toBe('047747270195');
    expect(parseCommunication('*** 047 / 7472 / 70195 ***')).toBe('047747270195');
    expect(isCommunication('000000009797')).toBe(true);
    expect(isCommunication('000000009700')).toBe(false);
    expect(parseCommunication('+++047/7472/70196+++')).toBeNull();
    expect(formatCommunication('047747270195')).toBe('+++047/7472/70195+++');
  });
});

describe('a delay', () => {
  it('has one text form', () => {
    expect(delayText({ count: 48, unit: 'hours' })).toBe('48h');
    expect(parseDelay('30d')).toEqual({ count: 30, unit: 'days' });
    expect(parseDelay('1m')).toEqual({ count: 1, unit: 'months' });
    for (const wrong of ['', '0d', '30', 'd', '1000d', '2w', '-1d']) expect(parseDelay(wrong)).toBeNull();
  });

  it('ends on a day that exists', () => {
    expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(localDate('2026-11-30'), 3)).toBe('2027-02-28');
    expect(afterDelay(localDate('2026-11-20'), { count: 48, unit: 'hours' })).toBe('2026-11-22');
    expect(afterDelay(localDate('2026-11-20'), { count: 30, unit: 'days' })).toBe('2026-12-20');
  });
});
