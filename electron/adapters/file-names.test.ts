import { describe, expect, it } from 'vitest';
import { isViewable, safeFileName } from './file-names.ts';

describe('file names from outside', () => {
  it.each([
    ['Avis de paiement.pdf', 'Avis de paiement.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Windows\\a.pdf', 'C__Windows_a.pdf'],
    ['con.pdf', '_con.pdf'],
    ['...', '_'],
    ['a\u0000b.pdf', 'a_b.pdf'],
  ])('%j becomes %j', (given, expected) => {
    expect(safeFileName(given)).toBe(expected);
  });

  it('shortens a long one and keeps its extension', () => {
    const name = safeFileName(`${'a'.repeat(300)}.pdf`);
    expect(name.length).toBeLessThanOrEqual(200);
    expect(name.endsWith('.pdf')).toBe(true);
  });

  it('opens documents and no programs', () => {
    expect(['a.PDF', 'b.docx', 'c.xml'].every(isViewable)).toBe(true);
    expect(['a.exe', 'b.pdf.sh', 'c', 'd.html', 'e.desktop', 'f.lnk'].some(isViewable)).toBe(false);
  });
});
