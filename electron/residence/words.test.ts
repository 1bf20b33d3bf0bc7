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

  it('tells the last sync in Brussels time', () => {
    expect(lastSuccessText(fr, '2026-11-23T06:42:00.000Z')).toContain('07:42');
    expect(lastSuccessText(fr, null)).toBe(fr('residence.neverSynced'));
  });
});
