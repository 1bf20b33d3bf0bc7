import { describe, expect, it } from 'vitest';
import { createTranslator } from '#shared/i18n/translator.ts';
import { factCopy, factField, factText, typedFact } from './fact-text.ts';

const fr = createTranslator('fr');
const nl = createTranslator('nl');

const VALUES = [
  ['amount', '120400', '1.204,00 €', '1204,00'],
  ['dueOn', '2026-12-02', '02/12/2026', '02/12/2026'],
  ['delay', '48h', '48 heures', '48h'],
  ['delay', '30d', '30 jours', '30d'],
  ['delay', '1m', '1 mois', '1m'],
  ['iban', 'BE22679200300047', 'BE22 6792 0030 0047', 'BE22679200300047'],
  ['communication', '047747270195', '+++047/7472/70195+++', '+++047/7472/70195+++'],
  ['taxYear', '2026', '2026', '2026'],
  ['period', '2026-Q3', '3e trimestre 2026', '2026-Q3'],
] as const;

describe('facts of a document', () => {
  it.each(VALUES)('%s %s reads %s and is copied as %s', (kind, value, text, copy) => {
    expect(factText(kind, value, fr)).toBe(text);
    expect(factCopy(kind, value)).toBe(copy);
  });
  it.each(VALUES)('%s %s comes back from its own field', (kind, value) => {
    expect(typedFact(kind, factField(kind, value, fr))).toBe(value);
    expect(typedFact(kind, factField(kind, value, nl))).toBe(value);
  });
  it.each([
    ['amount', '€ 1 204,5', '120450'],
    ['dueOn', '2.12.2026', '2026-12-02'],
    ['dueOn', '2026-12-02', '2026-12-02'],
    ['delay', '2 Tage', '2d'],
    ['delay', '48 u', '48h'],
    ['delay', '2 maanden', '2m'],
    ['iban', 'be22 6792-0030-0047', 'BE22679200300047'],
    ['communication', '***047/7472/70195***', '047747270195'],
    ['period', 'T3 2026', '2026-Q3'],
    ['period', '06/2026', '2026-06'],
  ] as const)('%s is typed as %s', (kind, typed, value) => {
    expect(typedFact(kind, typed)).toBe(value);
  });
  it.each([
    ['amount', 'much'],
    ['dueOn', '31/02/2026'],
    ['delay', '48'],
    ['iban', 'BE22679200300048'],
    ['communication', '047747270196'],
    ['taxYear', '26'],
    ['period', '2026-13'],
  ] as const)('%s is not %s', (kind, typed) => {
    expect(typedFact(kind, typed)).toBeNull();
  });
});
