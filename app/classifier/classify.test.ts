import { describe, expect, it } from 'vitest';
import { classify, tidy } from './classify.ts';
import { DOCUMENT_TYPES } from './document-types.ts';

describe('classify', () => {
  it.each(DOCUMENT_TYPES)('knows $fr by all its languages and by each alone', (type) => {
    const { fr, nl, de } = type;
    const expected = { group: type.group, urgent: type.urgent ?? false };
    expect(classify({ fr, nl, de, en: null })).toMatchObject({ ...expected, label: { fr, nl, de, en: type.en } });
    expect(classify({ fr, nl: null, de: null, en: null })).toMatchObject(expected);
    expect(classify({ fr: null, nl, de: null, en: null })).toMatchObject(expected);
  });

  it('sees through years, placeholders, stray spaces and case', () => {
    const found = classify({ fr: " avis d'amende 2024", nl: 'Boetebericht {FISC_EXERCISE_YEAR}', de: null, en: null });
    expect(found).toEqual({
      group: 'sanction',
      urgent: false,
      label: { fr: "avis d'amende 2024", nl: 'Boetebericht', de: "avis d'amende 2024", en: 'Notice of fine 2024' },
    });
    expect(tidy(' PDF de la déclaration - {FISC_EXERCISE_YEAR} ')).toBe('PDF de la déclaration');
  });

  it('keeps what it does not know', () => {
    expect(classify({ fr: 'Courrier divers', nl: null, de: null, en: null })).toMatchObject({ group: 'other', urgent: false });
    expect(classify({ fr: null, nl: null, de: null, en: null }).label.en).toBe('–');
  });
});
