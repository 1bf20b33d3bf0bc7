import { describe, expect, it } from 'vitest';
import { cents, formatAmount } from '#shared/domain/cents.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { totals, withBalance } from '#shared/vat/balance.ts';
import { GRIDS } from '#shared/vat/grids.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { EVERY_GRID, flawsOf, readPdf, subjectOf } from '../testing.ts';
import { returnPaper } from './return-paper.ts';

const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ');

describe('the printed return', () => {
  it.each(LOCALES)('shows every grid with its label and amount, XX, YY and the balance (%s)', async (locale) => {
    const t = createTranslator(locale);
    const bytes = await returnPaper(subjectOf(locale));
    const { text, title, roles } = await readPdf(bytes);
    const sent = withBalance(EVERY_GRID as GridAmounts);
    for (const { code, label } of GRIDS) {
      expect(text).toContain(plain(label[locale]));
      if (sent[code] !== undefined) expect(text, code).toContain(formatAmount(sent[code]));
    }
    const { xx, yy } = totals(EVERY_GRID as GridAmounts);
    for (const sum of [xx, yy]) expect(text).toContain(formatAmount(sum));
    expect(text).toContain(plain(t('papers.mark.notFiled')));
    expect(title).toBe(`${t('papers.return.title')} 10/2026 BE 0477.472.701`);
    expect(roles.filter((role) => role === 'TR')).toHaveLength(31 + 5 + 3 + 2 + 2);
    expect(await flawsOf(bytes)).toEqual([]);
  });

  it('is the same bytes for the same return, and others for another amount', async () => {
    const [one, two] = [await returnPaper(subjectOf('fr')), await returnPaper(subjectOf('fr'))];
    expect(Buffer.from(one).equals(two)).toBe(true);
    const content = { ...subjectOf('fr').view.content, grids: { '03': cents(1) } };
    expect(Buffer.from(one).equals(await returnPaper(subjectOf('fr', { content })))).toBe(false);
  });

  it.each([
    ['approved', 'papers.mark.notFiled'],
    ['refused', 'papers.mark.notFiled'],
    ['unknown', 'papers.mark.unknown'],
    ['accepted', 'papers.mark.accepted'],
    ['proven', 'papers.mark.proven'],
  ] as const)('of state %s says so', async (state, key) => {
    const { text } = await readPdf(await returnPaper(subjectOf('nl', { state })));
    const t = createTranslator('nl');
    expect(text).toContain(t(key));
    expect(text.includes(t('papers.mark.notFiled'))).toBe(key === 'papers.mark.notFiled');
  });

  it('carries the hash, the references and what was said, of any length', async () => {
    const sha256 = 'ab'.repeat(32);
    const comment = 'Importation de septembre 😀 €. '.repeat(60);
    const { text, pages } = await readPdf(
      await returnPaper(
        subjectOf('fr', {
          ...{ state: 'proven', sha256 },
          receipt: { pdfReference: 'pdf-1', xmlReference: 'xml-1', pdfDocumentId: null, xmlDocumentId: null, expectedOn: null },
          content: { ...subjectOf('fr').view.content, restitution: true, comment, justifications: [{ code: 'W_TVA_GRID_59', comment }] },
        }),
      ),
    );
    for (const part of [sha256, 'pdf-1', 'xml-1', 'W_TVA_GRID_59', 'Importation de septembre ? €.']) expect(text).toContain(part);
    expect(pages).toBeGreaterThan(1);
  });
});
