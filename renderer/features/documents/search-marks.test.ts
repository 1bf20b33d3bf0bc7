import { describe, expect, it } from 'vitest';
import { marksIn, searchedWords } from './search-marks.ts';

const shown = (text: string, query: string) =>
  marksIn(text, searchedWords(query)).map(([start, length]) => text.slice(start, start + length));

describe('words of a search in a label', () => {
  it('are the words, without filters and operators', () => {
    expect(searchedWords('avis OU «mise en demeure» client:delcourt due:<7 amount:>"1 000" -TVA -"en retard" (Été')).toEqual([
      'avis',
      'mise en demeure',
      'ete',
    ]);
    expect(searchedWords(undefined)).toEqual([]);
  });
  it('are found at the beginning of words, accents aside', () => {
    expect(shown('Avis d’amende, préavis', 'avis')).toEqual(['Avis']);
    expect(shown('Bäckerei Schmitz', 'backe')).toEqual(['Bäcke']);
    expect(shown('Sommation', 'somm sommation')).toEqual(['Sommation']);
    expect(shown('Aanmaning', '')).toEqual([]);
  });
});
