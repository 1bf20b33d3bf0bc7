import { describe, expect, it } from 'vitest';
import { classify, typeOfKey } from './classify.ts';
import { keyOf, tidy, tripletKey } from './label.ts';
import { DOCUMENT_TYPES, isInferred } from './types/index.ts';

describe('classify', () => {
  it.each(DOCUMENT_TYPES)('knows $fr by all its languages and by each alone', (type) => {
    const { fr, nl, de } = type;
    const expected = { group: type.group, urgent: type.urgent ?? false, legalDelay: type.delay !== undefined && !type.urgent };
    expect(classify({ fr, nl, de, en: null })).toMatchObject({ ...expected, label: { fr, nl, de, en: type.en } });
    expect(classify({ fr, nl: null, de: null, en: null })).toMatchObject(expected);
    expect(classify({ fr: null, nl, de: null, en: null })).toMatchObject(expected);
    expect(classify({ fr: null, nl: null, de, en: null })).toMatchObject(expected);
  });

  it('has no label twice, in any language', () => {
    for (const language of ['fr', 'nl', 'de', 'en'] as const) {
      const keys = DOCUMENT_TYPES.map((type) => keyOf(type[language]));
      expect(keys.filter((key, index) => key === '' || keys.indexOf(key) !== index)).toEqual([]);
    }
  });

  it('tells labels seen in answers from those of ours, and dates both', () => {
    expect(DOCUMENT_TYPES.length).toBeGreaterThan(100);
    expect(DOCUMENT_TYPES.filter((type) => !isInferred(type)).length).toBe(24);
    expect(DOCUMENT_TYPES.every((type) => type.from !== undefined && type.source !== '')).toBe(true);
    for (const { delay } of DOCUMENT_TYPES) if (delay) expect(delay.law).not.toBe('');
  });

  it('sees through years, placeholders, stray spaces and case', () => {
    const found = classify({ fr: " avis d'amende 2024", nl: 'Boetebericht {FISC_EXERCISE_YEAR}', de: null, en: null });
    expect(found).toMatchObject({
      group: 'sanction',
      urgent: false,
      label: { fr: "avis d'amende 2024", nl: 'Boetebericht', de: "avis d'amende 2024", en: 'Notice of fine 2024' },
    });
    expect(tidy(' PDF de la déclaration - {FISC_EXERCISE_YEAR} ')).toBe('PDF de la déclaration');
  });

  it('keeps what it does not know, under a key that years and placeholders do not change', () => {
    const of = (year: string) => classify({ fr: `Courrier ${year}`, nl: ` Brief ${year}`, de: null, en: null });
    expect(of('2025')).toMatchObject({ group: 'other', urgent: false, legalDelay: false, dueIn: null });
    expect(of('2025').key).toBe(of('{FISC_EXERCISE_YEAR}').key);
    expect(classify({ fr: null, nl: null, de: null, en: null }).label.en).toBe('–');
  });

  it('follows an assignment for labels nobody knows, and only for those', () => {
    const assigned = () => 'control' as const;
    expect(classify({ fr: 'Courrier', nl: null, de: null, en: null }, assigned).group).toBe('control');
    expect(classify({ fr: 'Sommation', nl: null, de: null, en: null }, assigned).group).toBe('recovery');
  });

  it('counts 48 hours for a demand, a month for a rectification, and nothing for a mere window to object', () => {
    const dueIn = (fr: string) => classify({ fr, nl: null, de: null, en: null }).dueIn;
    expect(dueIn('Sommation')).toEqual({ count: 48, unit: 'hours' });
    expect(dueIn('Avis de rectification de la déclaration')).toEqual({ count: 1, unit: 'months' });
    expect(dueIn('Réclamation - Décision')).toBeNull();
  });

  it('finds again the type of a row that fell back on another language', () => {
    const { label, key } = classify({ fr: 'Sommation', nl: null, de: null, en: null });
    expect(tripletKey(label)).toBe(key);
    expect(typeOfKey(key)?.en).toBe('Formal demand');
  });
});
