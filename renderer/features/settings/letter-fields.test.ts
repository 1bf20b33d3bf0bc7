import { describe, expect, it } from 'vitest';
import { fillLetter, paragraphs, unknownFields } from './letter-fields.ts';

const values = {
  client: 'A SRL',
  period: '2026-10',
  amount: '1,00 €',
  payBy: '20/11',
  iban: 'BE1',
  communication: '+++',
  firm: 'F',
  user: 'U',
};

describe('fields of a letter', () => {
  it('names those it does not know, once', () => {
    expect(unknownFields('{client} {montant} {montant} {}')).toEqual(['montant', '']);
    expect(unknownFields('{client}, {payBy}')).toEqual([]);
  });
  it('fills those it knows and leaves the others', () => {
    expect(fillLetter('{client}: {amount} {montant}', values)).toBe('A SRL: 1,00 € {montant}');
  });
  it('parts paragraphs by empty lines', () => {
    expect(paragraphs('a\nb\n\n\n c \n')).toEqual(['a\nb', 'c']);
  });
});
