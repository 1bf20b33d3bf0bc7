import { describe, expect, it } from 'vitest';
import { spfRules, unanswered } from './spf-rules.ts';

const text = { fr: 'f', nl: 'n', de: 'd', en: 'e' };
const refusal = (...identifiers: string[]) => ({
  helpdeskId: null,
  entries: identifiers.map((identifier) => ({ identifier, severity: 'WARNING' as const, grids: ['82' as const], text })),
});

describe('rules that only SPF knows', () => {
  it('are those of its refusal that a justification answers and our table lacks', () => {
    const rules = spfRules(refusal('W_TVA_GRID_82_NEW', 'W_TVA_GRID_54O_INCORRECT_VALUE', 'E_TVA_DECLARANT_REGIME_NOT_ALLOWED'), []);
    expect(rules).toEqual([{ code: 'W_TVA_GRID_82_NEW', grids: ['82'], text }]);
  });

  it('stay while they are justified, each once', () => {
    const justified = [
      { code: 'W_TVA_GRID_82_NEW', comment: 'Investment' },
      { code: 'W_TVA_GRID_54O_INCORRECT_VALUE', comment: 'Rounding' },
    ];
    expect(spfRules(null, justified)).toEqual([{ code: 'W_TVA_GRID_82_NEW', grids: [], text: null }]);
    expect(spfRules(refusal('W_TVA_GRID_82_NEW'), justified)).toHaveLength(1);
  });

  it('wait until they are justified in words', () => {
    const asked = refusal('W_TVA_GRID_82_NEW');
    expect(unanswered(asked, [{ code: 'W_TVA_GRID_82_NEW', comment: ' ' }])).toHaveLength(1);
    expect(unanswered(asked, [{ code: 'W_TVA_GRID_82_NEW', comment: 'Investment' }])).toEqual([]);
  });
});
