import { expect, it } from 'vitest';
import { LOCALES } from '#shared/domain/locale.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { flawsOf, readPdf, subjectOf } from '../testing.ts';
import { evidencePaper } from './evidence-paper.ts';

const SHA256 = `${'0123456789abcdef'.repeat(3)}fedcba9876543210`;
const event = (at: string, name: string, more: object = {}) => ({
  ...{ at, event: name, who: null, correlationId: null, status: null, sha256: null },
  ...more,
});

it.each(LOCALES)('tells time in Brussels, event, person, correlation, status and hash (%s)', async (locale) => {
  const t = createTranslator(locale);
  const evidence = [
    event('2026-03-29T00:59:59.000Z', 'approve', { who: 'Marie Exemple', sha256: SHA256 }),
    event('2026-03-29T01:00:00.000Z', 'send', { correlationId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', status: 200 }),
    event('2026-03-29T01:00:01.000Z', 'neverHeardOf'),
  ];
  const bytes = await evidencePaper(subjectOf(locale, { evidence }));
  const { text, roles } = await readPdf(bytes);
  // The hour from 2 to 3 is left out that night.
  for (const part of ['01:59:59', '03:00:00', 'Marie Exemple', '3f2504e0-4f89-41d3-9a0c-0305e82c3301', '200', 'neverHeardOf']) {
    expect(text).toContain(part);
  }
  expect(text.replaceAll(' ', '')).toContain(SHA256);
  expect(text).toContain(t('activity.filing.approve', { period: '2026-10' }));
  expect(roles.filter((role) => role === 'TR').length).toBe(3 + 1 + 3);
  expect(await flawsOf(bytes)).toEqual([]);
});

it('goes on over pages, each with the names of its columns, and says when nothing happened', async () => {
  const evidence = Array.from({ length: 80 }, (_, at) => event(new Date(Date.UTC(2026, 10, 1, 8, at)).toISOString(), 'check'));
  const bytes = await evidencePaper(subjectOf('nl', { evidence }));
  const { text, pages } = await readPdf(bytes);
  expect(pages).toBeGreaterThan(2);
  expect(text.split('Datum en uur (Brussel)')).toHaveLength(pages + 1);
  expect(await flawsOf(bytes)).toEqual([]);
  const none = await evidencePaper(subjectOf('fr', { evidence: [] }));
  expect((await readPdf(none)).text).toContain('Rien n’est encore arrivé');
  expect(await flawsOf(none)).toEqual([]);
});
