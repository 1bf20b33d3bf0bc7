import { expect, it } from 'vitest';
import { importKind } from './import-kind.ts';

it('looks at what a file holds, and at its name when that says nothing', () => {
  const of = (text: string, name: string) => importKind(new TextEncoder().encode(text), name);
  expect(of('\ufeff <?xml version="1.0"?>', 'a.csv')).toBe('returns');
  expect(of('\n[{"declarant": {}}]', 'a.txt')).toBe('returns');
  expect(of('', 'A.XML')).toBe('returns');
  expect(of('Nummer;Periode', 'a.csv')).toBe('table');
  expect(importKind(Uint8Array.of(0x50, 0x4b, 3, 4), 'a.xlsx')).toBe('table');
});
