import { describe, expect, it } from 'vitest';
import type { Notice } from '#shared/contract/sync.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { lastSuccessText, noticePlace, noticeText } from './words.ts';

const fr = createTranslator('fr');
const id = '01890000-0000-7000-8000-000000000001';
const label = { fr: ' Sommation', nl: 'Aanmaning', de: 'Mahnung', en: 'Formal demand' };
const demand: Notice = { id, kind: 'demand', count: 1, documentId: id, label, clientName: 'Boulangerie Exemple SRL' };

describe('notices in words', () => {
  it('names one document and its client', () => {
    expect(noticeText(fr, demand)).toEqual({ title: 'Sommation ou saisie\u00a0: 48 heures', body: 'Sommation · Boulangerie Exemple SRL' });
  });

  it('counts several', () => {
    const text = noticeText(fr, { ...demand, count: 3, documentId: null, label: null, clientName: null });
    expect(text.title).toContain('3 sommations');
    expect(text.body).not.toBe('');
  });

  it('leads to the document, or to the list of many', () => {
    expect(noticePlace(demand)).toBe(`/documents?doc=${id}`);
    expect(noticePlace({ ...demand, count: 3, documentId: null })).toBe('/documents?urgent=1');
    expect(noticePlace({ ...demand, kind: 'consentEnding' })).toBe('/settings/connections');
  });

  it('says how many returns are left before a deadline, in every language', () => {
    const deadline = { day: '2026-11-20' as never, days: 2, periodKey: '2026-10' };
    const notice: Notice = { ...demand, kind: 'deadline', count: 12, documentId: null, label: null, clientName: null, deadline };
    expect(noticeText(fr, notice)).toEqual({
      title: 'TVA 10/2026\u00a0: encore 2 jours pour déposer',
      body: '12 déclarations ne sont pas encore déposées.',
    });
    expect(noticeText(createTranslator('nl'), { ...notice, deadline: { ...deadline, days: 0 } }).title).toContain('laatste dag');
    expect(noticeText(createTranslator('de'), { ...notice, deadline: { ...deadline, days: 1 } }).title).toContain('morgen');
    expect(noticeText(createTranslator('en'), { ...notice, count: 1, clientName: 'X' }).body).toBe('X · 1 return is not filed yet.');
    expect(noticePlace(notice)).toBe('/vat');
  });

  it('tells the last sync in Brussels time', () => {
    expect(lastSuccessText(fr, '2026-11-23T06:42:00.000Z')).toContain('07:42');
    expect(lastSuccessText(fr, null)).toBe(fr('residence.neverSynced'));
  });
});
