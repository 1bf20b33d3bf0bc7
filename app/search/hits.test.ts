import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitFinder } from './hits.ts';

const find = (text: string, ...words: string[]) =>
  hitFinder(words.map((each) => ({ kind: 'text' as const, words: each.replaceAll('"', ''), whole: each.startsWith('"') })))([text]);
const marked = (text: string, ...words: string[]) => {
  const hit = find(text, ...words);
  return hit?.marks.map(([start, length]) => hit.text.slice(start, start + length)) ?? null;
};

describe('a quotation', () => {
  it('marks beginnings of words, whatever their accents, and none inside of words', () => {
    expect(marked('Déclaration, declarer, redéclarer', 'declar')).toEqual(['Déclar', 'declar']);
    expect(marked('De\u0301claration', 'decl')).toEqual(['De\u0301cl']);
    expect(marked('partial partialement', '"partial"')).toEqual(['partial']);
    expect(marked('nothing here', 'zebra')).toBeNull();
  });
  it('shows the place with the most of what was asked for', () => {
    const text = `amende ${'x '.repeat(200)} solde et amende ${'y '.repeat(200)}`;
    expect(marked(text, 'amende', 'solde')).toEqual(['solde', 'amende']);
    expect(find(text, 'amende', 'solde')!.text.length).toBeLessThan(170);
  });
  it('marks what it shows, in order and without overlap', () => {
    const word = fc.constantFrom('solde', 'sold', 'été', 'amende', 'x', '12,50', '\n', 'Straße');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (pieces) => {
        const hit = find(pieces.join(' '), 'sol', 'ete', 'am');
        let last = 0;
        for (const [start, length] of hit?.marks ?? []) {
          expect(start).toBeGreaterThanOrEqual(last);
          last = start + length;
          expect(last).toBeLessThanOrEqual(hit!.text.length);
          expect(hit!.text.slice(start, last).toLowerCase()).toMatch(/^(sol|été|am)$/);
        }
      }),
    );
  });
});
