import { describe, expect, it } from 'vitest';
import type { ReturnView } from '#shared/contract/vat.ts';
import { cents, formatAmount } from '#shared/domain/cents.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { totals, withBalance } from '#shared/vat/balance.ts';
import { GRIDS } from '#shared/vat/grids.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { EVERY_GRID, flawsOf, readPdf, subjectOf } from '../testing.ts';
import { returnPaper } from './return-paper.ts';

/** Size of the letters of a text, points. */
async function sizeOf(bytes: Uint8Array, text: string): Promise<number | undefined> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  await pdf.loadingTask.destroy();
  return items.flatMap((item) => ('str' in item && item.str === text ? [item.height] : []))[0];
}
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

  it.each(LOCALES)('is one page with all it may say of its filing, however long the names (%s)', async (locale) => {
    const { view } = subjectOf(locale);
    const who = 'Marie-Christine Exemple-Van Voorbeelden';
    const sent = { at: '2026-11-12T09:30:12.000Z', event: 'send', who, correlationId: null, status: 200, sha256: null } as const;
    const long = subjectOf(locale, {
      ...{ state: 'proven', sha256: 'ab'.repeat(32), evidence: [...view.evidence, sent] },
      clientName: 'Association des copropriétaires de la Résidence Exemple de Woluwe-Saint-Lambert ASBL',
      signOff: { who, on: '2026-11-11', fileName: 'accord.eml' } as ReturnView['signOff'],
      approval: { ...view.approval, approvedBy: who, approvedAt: '2026-11-12T08:00:00.000Z' },
      payment: { payBy: '2026-11-20' } as ReturnView['payment'],
      receipt: { ...view.receipt, pdfReference: view.id, xmlReference: view.id },
      content: {
        ...{ ...view.content, restitution: true, reference: 'DOSSIER-2026-10-000123' },
        deduction: {
          adjustedYear: 2026,
          generalPercentage: 63,
          specialPercentages: [12, 34],
          realUse: { deductible: 40, notDeductible: 30, mixed: 30 },
        },
        comment: 'Importation de septembre reprise en octobre ; la déclaration précédente ne la contenait pas.',
      },
    });
    const client = { ...long.client, street: 'Chaussée de Notre-Dame-au-Bois 1234 boîte 56', city: 'Woluwe-Saint-Lambert' };
    const bytes = await returnPaper({ ...long, client, environment: 'acceptance' });
    const { pages, text } = await readPdf(bytes);
    expect(pages).toBe(1);
    for (const part of [who, view.id, 'ab'.repeat(32), 'DOSSIER-2026-10-000123', long.view.content.comment!]) expect(text).toContain(part);
    expect(await flawsOf(bytes)).toEqual([]);
  });

  it('has its letters’ first size where that fits, and where nothing would', async () => {
    const few = await returnPaper(subjectOf('fr'));
    const { view } = subjectOf('fr');
    const more = await returnPaper(
      subjectOf('fr', { sha256: 'ab'.repeat(32), receipt: { ...view.receipt, pdfReference: 'pdf-1', xmlReference: 'xml-1' } }),
    );
    expect([await sizeOf(few, 'TVA déductible'), (await readPdf(few)).pages, (await readPdf(more)).pages]).toEqual([8, 1, 1]);
    const far = await returnPaper(subjectOf('fr', { content: { ...view.content, comment: 'Une ligne. '.repeat(200) } }));
    expect([await sizeOf(far, 'TVA déductible'), (await readPdf(far)).pages]).toEqual([8, 2]);
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
