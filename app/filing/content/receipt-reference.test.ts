import { describe, expect, it } from 'vitest';
import { receiptReference } from './receipt-reference.ts';

const of = (xml: string, key = '2026-10') => receiptReference(xml, 'BE 0100.000.268', key);

describe('the reference in a receipt', () => {
  it('is the return’s own, not that of the one it replaces, of another period or of another declarant', () => {
    expect(of('<R><Replaces>1-0100000268-202610</Replaces><a:Ref>2-0100000268-202610</a:Ref></R>')).toBe('2-0100000268-202610');
    expect(of('<R><ReplacedVATDeclaration>1-0100000268-202610</ReplacedVATDeclaration></R>')).toBeNull();
    expect(of('<R><Reference>1-0100000268-202609</Reference><Reference>1-0100000367-202610</Reference></R>')).toBeNull();
  });

  it('knows quarters', () => {
    expect(of('<Reference lang="fr"> 1-0100000268-202634 </Reference>', '2026-Q4')).toBe('1-0100000268-202634');
  });
});
