import { describe, expect, it } from 'vitest';
import { isEnterpriseNumber, parseEnterpriseNumber } from './enterprise-number.ts';

describe('enterprise number', () => {
  it.each(['0100000169', '0999999922', '0888888895', '0777777771', '1000000120', '0477472701'])('accepts %s', (number) =>
    expect(isEnterpriseNumber(number)).toBe(true),
  );
  it.each(['0100000168', '2000000120', '010000016', 'BE0100000169', ''])('refuses %s as a stored number', (number) =>
    expect(isEnterpriseNumber(number)).toBe(false),
  );
  it.each(['BE 0100.000.169', 'be0100000169', '0100.000.169', '100000169'])('normalises %s', (text) =>
    expect(parseEnterpriseNumber(text)).toBe('0100000169'),
  );
  it('refuses eleven digits and wrong check digits', () => {
    expect(parseEnterpriseNumber('00100000169')).toBeNull();
    expect(parseEnterpriseNumber('0100000100')).toBeNull();
  });
});
