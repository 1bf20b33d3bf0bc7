import { expect, it } from 'vitest';
import { withField } from './mapping.ts';

it('keeps one column to a field and one field to a column', () => {
  const mapping = { enterpriseNumber: 0, name: 1 };
  expect(withField(mapping, 2, 'name')).toEqual({ enterpriseNumber: 0, name: 2 });
  expect(withField(mapping, 1, 'city')).toEqual({ enterpriseNumber: 0, city: 1 });
  expect(withField(mapping, 1, null)).toEqual({ enterpriseNumber: 0 });
});
