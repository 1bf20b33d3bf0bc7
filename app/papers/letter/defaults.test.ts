import { describe, expect, it } from 'vitest';
import { LOCALES } from '#shared/domain/locale.ts';
import { checkLetter, fillLetter, type LetterValues, SITUATIONS, unknownFields } from '#shared/vat/letter-template.ts';
import { DEFAULT_LETTERS } from './defaults.ts';

const VALUES: LetterValues = {
  ...{ client: 'X & Fils', period: 'octobre 2026', amount: '1.234,56 EUR', firm: 'Bureau', user: 'Marie' },
  ...{ payBy: '20 novembre 2026', iban: 'BE41 6792', communication: '+++1+++' },
};
const NOT_PAYING: LetterValues = { ...VALUES, payBy: '', iban: '', communication: '' };
const codeOf = (body: string): unknown => {
  try {
    checkLetter({ subject: '', body });
    return null;
  } catch (error) {
    return error;
  }
};

describe('the letter’s template', () => {
  it.each(LOCALES)('has a letter to start from for every situation (%s)', (locale) => {
    checkLetter(DEFAULT_LETTERS[locale]);
    const texts = SITUATIONS.map((situation) => {
      const { subject, paragraphs } = fillLetter(DEFAULT_LETTERS[locale], situation, situation === '71' ? VALUES : NOT_PAYING);
      const text = paragraphs.join('\n');
      expect(subject).toContain('octobre 2026');
      expect(text).not.toMatch(/[{}[\]]|undefined/);
      expect(text.includes('+++1+++')).toBe(situation === '71');
      expect(text.includes('1.234,56')).toBe(situation !== '0');
      expect(paragraphs.at(-1)?.split('\n').slice(1)).toEqual(['Marie', 'Bureau']);
      return text;
    });
    expect(new Set(texts).size).toBe(SITUATIONS.length);
  });

  it('lists unknown fields once', () => {
    expect(unknownFields('{client} {montant} {montant} {}')).toEqual(['montant', '']);
    expect(unknownFields('{client}, {payBy}')).toEqual([]);
  });

  it('names an unknown field, and a brace that stands alone', () => {
    expect(codeOf('Cher {customer},')).toMatchObject({ code: 'vat.letterField', params: { field: '{customer}' } });
    expect(codeOf('Cher {client')).toMatchObject({ params: { field: '{' } });
    expect(codeOf('{client} {period} {amount} {payBy} {iban} {communication} {firm} {user}')).toBeNull();
  });

  it('writes a paragraph in the situations it is marked for, and as it stands under a mark that is none', () => {
    const body = '[72, 72R] crédit\n\n[0] rien\r\n\r\n[Note] toujours\n\n \n\nPayez avant le {payBy}.';
    const of = (situation: (typeof SITUATIONS)[number]) => fillLetter({ subject: 'a\n b', body }, situation, NOT_PAYING);
    expect(of('72R').paragraphs).toEqual(['crédit', '[Note] toujours']);
    expect(of('71').paragraphs).toEqual(['[Note] toujours']);
    expect(of('0')).toEqual({ subject: 'a b', paragraphs: ['rien', '[Note] toujours'] });
  });

  it('does not read fields in what it fills in', () => {
    expect(fillLetter({ subject: '', body: '{client}' }, '0', { ...VALUES, client: '{user}' }).paragraphs).toEqual(['{user}']);
  });
});
