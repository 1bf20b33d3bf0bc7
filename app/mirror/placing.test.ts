import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIRROR_DEFAULT } from '#shared/contract/mirror.ts';
import { DOCUMENT_GROUPS } from '#shared/domain/document-groups.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { safeName } from '#shared/domain/safe-name.ts';
import { type Placeable, pathOf, placeOf } from './placing.ts';
import { parseTemplate } from './template.ts';

const demand: Placeable = {
  uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  client: 'Boulangerie Exemple SRL',
  folderCode: 'BOUL',
  enterprise: '0100000268',
  language: 'nl',
  label: { fr: 'Sommation', nl: 'Aanmaning', de: 'Mahnung', en: 'Demand' },
  group: 'recovery',
  modifiedOn: '2026-11-20',
  mimeType: 'application/pdf',
};
const at = (template: string, document: Partial<Placeable> = {}, room = 200): string =>
  pathOf(placeOf(parseTemplate(template), { ...demand, ...document }, room), 1);

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '..',
    '../..',
    '/etc/passwd',
    'C:\\x',
    'CON',
    'nul.',
    ' . ',
    '\u202egnp.exe',
    '',
    '{client}',
    '~',
    '\\\\server\\share',
    '中'.repeat(200),
  ),
);
const documents: fc.Arbitrary<Placeable> = fc.record({
  uuid: odd,
  client: odd,
  folderCode: odd,
  enterprise: odd,
  language: fc.constantFrom(...LOCALES),
  label: odd.map((text) => ({ fr: text, nl: text, de: text, en: text })),
  group: fc.constantFrom(...DOCUMENT_GROUPS),
  modifiedOn: fc.constantFrom('2026-11-20', '1999-01-01'),
  mimeType: fc.constantFrom('application/pdf', 'x/y', null),
});
const templates = fc.constantFrom(
  MIRROR_DEFAULT,
  '{type}',
  '{client}/{client}/{client}/{client}/{client}/{client}/{client}/{client}/{type}',
  '{year}-{month} {uuid8}',
  '{enterprise}{type}/x{type}.{group}',
);

describe('a place', () => {
  it('speaks the client’s language and falls back on the enterprise number', () => {
    expect(at(MIRROR_DEFAULT)).toBe('BOUL/2026/Invordering/2026-11-20 Aanmaning.pdf');
    expect(at(MIRROR_DEFAULT, { folderCode: '', language: 'fr' })).toBe('0100000268/2026/Recouvrement/2026-11-20 Sommation.pdf');
    expect(at('{client}/{month} {uuid8}', { client: '', enterprise: '', language: 'de', mimeType: null })).toBe(
      'Ohne Mandant/11 3fa85f64.bin',
    );
  });

  it('stays inside the folder, legal and within its length whatever labels and clients are called', () => {
    fc.assert(
      fc.property(
        templates,
        documents,
        fc.integer({ min: 100, max: 230 }),
        fc.integer({ min: 1, max: 9999 }),
        (text, document, room, ordinal) => {
          const relative = pathOf(placeOf(parseTemplate(text), document, room), ordinal);
          expect(relative.length).toBeLessThanOrEqual(room);
          for (const system of [path.posix, path.win32]) {
            const whole = system.resolve('/folder', relative);
            expect(system.relative('/folder', whole).split(system.sep).join('/')).toBe(relative);
          }
          const parts = relative.split('/');
          expect(parts).toHaveLength(text.split('/').length);
          for (const part of parts) expect(safeName(part, { bytes: 256 })).toBe(part);
          expect(pathOf(placeOf(parseTemplate(text), document, room), ordinal)).toBe(relative);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('shortens the name before the folders and keeps the extension', () => {
    const path = at(MIRROR_DEFAULT, { label: { ...demand.label, nl: 'x'.repeat(300) } }, 120);
    expect(path).toMatch(/^BOUL\/2026\/Invordering\/2026-11-20 x+\.pdf$/);
    expect(path.length).toBeLessThanOrEqual(100);
  });
});

describe('a folder rule', () => {
  it.each([
    ['', 'empty', 1, ''],
    ['{clientcode}/{year}', 'unknown', 1, '{clientcode}'],
    ['{year}/{group', 'open', 8, '{'],
    ['{year}}/x', 'close', 7, '}'],
    ['a//b', 'emptyPart', 3, ''],
    ['/a', 'emptyPart', 1, ''],
    ['a/', 'emptyPart', 3, ''],
    ['{year}/../x', 'dots', 8, '..'],
    ['{year}/a:b', 'character', 9, ':'],
    ['a\\b', 'character', 2, '\\'],
    ['a/b/c/d/e/f/g/h/i/j', 'deep', 19, '8'],
  ])('%j is refused with its place', (text, reason, position, what) => {
    expect(() => parseTemplate(text)).toThrow(expect.objectContaining({ code: 'mirror.template', params: { reason, at: position, what } }));
  });
});
