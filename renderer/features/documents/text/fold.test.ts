import { describe, expect, it } from 'vitest';
import { findIn, fold } from './fold.ts';

const found = (source: string, query: string): string[] => findIn(fold(source), query).map(([start, end]) => source.slice(start, end));

describe('search in a text', () => {
  it('overlooks accents, case, ligatures and stretches of space', () => {
    expect(found('Échéance : la date d’échéance', 'echeance')).toEqual(['Échéance', 'échéance']);
    expect(found('un bénéﬁce et un BÉNÉFICE', 'benefice')).toEqual(['bénéﬁce', 'BÉNÉFICE']);
    expect(found('avis\n   de  paiement', 'avis de paiement')).toEqual(['avis\n   de  paiement']);
    expect(found("l'avis, l’avis", 'l’avis')).toEqual(["l'avis", 'l’avis']);
    expect(found('Straße', 'strasse')).toEqual(['Straße']);
  });
  it('takes an accent written apart with its letter', () => {
    expect(found('e\u0301te\u0301', 'ete')).toEqual(['e\u0301te\u0301']);
  });
  it('counts no hit twice and none for nothing', () => {
    expect(findIn(fold('aaaa'), 'aa')).toHaveLength(2);
    expect(findIn(fold('a b'), ' ')).toEqual([]);
  });
});
