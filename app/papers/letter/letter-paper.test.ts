import { describe, expect, it } from 'vitest';
import { cents } from '#shared/domain/cents.ts';
import { type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { epcQr } from '#shared/vat/epc-qr.ts';
import { paymentInstruction } from '#shared/vat/payment.ts';
import { flawsOf, readPdf, subjectOf, viewOf } from '../testing.ts';
import { DEFAULT_LETTERS } from './defaults.ts';
import { letterPaper } from './letter-paper.ts';

const payBy: LocalDate = localDate('2026-11-20');
const transfer = { ...paymentInstruction('0477472701', payBy), amount: cents(289_800) };
const PAYING = {
  payment: { ...transfer, payBy, qr: epcQr(transfer, payBy)! },
  content: { ...viewOf().content, grids: { '54': cents(289_800) } },
};

describe('the accompanying letter', () => {
  it.each(LOCALES)('prepares the transfer when something is to be paid (%s)', async (locale) => {
    const bytes = await letterPaper(subjectOf(locale, PAYING), { locale, ...DEFAULT_LETTERS[locale] });
    const { text, roles, alts, pages } = await readPdf(bytes);
    for (const part of ['2.898,00', 'BE41 6792 0036 4210', 'GEBABEBB', '+++047/7472/70195+++', 'Fiduciaire Exemple SRL'])
      expect(text).toContain(part);
    expect(roles).toContain('Figure');
    expect(alts.join()).toContain('+++047/7472/70195+++');
    expect(pages).toBe(1);
    expect(await flawsOf(bytes)).toEqual([]);
  });

  it('never asks for money by a day that has gone by, nor twice for a return that replaces another', async () => {
    const subject = { ...subjectOf('fr', PAYING), now: Date.parse('2026-11-23T08:00:00Z') };
    const late = await readPdf(await letterPaper(subject, { locale: 'fr', ...DEFAULT_LETTERS.fr }));
    expect(late.text).not.toContain('20/11/2026');
    expect(late.text).toContain('23/11/2026');
    expect(late.text).not.toContain('différence');
    const content = { ...PAYING.content, replaces: '1-0477472701-202610' };
    const replacing = await readPdf(await letterPaper(subjectOf('fr', { ...PAYING, content }), { locale: 'fr', ...DEFAULT_LETTERS.fr }));
    expect(replacing.text).toContain('20/11/2026');
    expect(replacing.text).toContain('différence');
  });

  it('has no transfer for a credit, and no letterhead before the firm is known', async () => {
    const subject = subjectOf('nl', { content: { ...viewOf().content, grids: { '59': cents(100_000) }, restitution: true } });
    const { text, roles } = await readPdf(await letterPaper({ ...subject, firm: null }, { locale: 'nl', ...DEFAULT_LETTERS.nl }));
    expect(text).toContain('waarvan de terugbetaling werd gevraagd');
    expect(text).not.toContain('IBAN');
    expect(roles).not.toContain('Figure');
  });
});
