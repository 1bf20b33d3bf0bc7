import { describe, expect, it } from 'vitest';
import { retryAfter } from './mmf-error.ts';
import { parseItem, parseListing } from './mmf-item.ts';

const UUID = '1c0b2f4e-7a55-4c1d-9d57-0a6a0c8c2b11';
const item = {
  uuid: UUID.toUpperCase(),
  content: 'https://api.invalid:443/x',
  docType: { name: { nl: ' Aanmaning', fr: 'Sommation ', de: null, en: null }, added: 1 },
  relatedTo: [{ type: 'CBE', identifier: '100000268' }, { type: 'SSIN', identifier: 1234567890 }, { type: 'XYZ', identifier: '1' }, null],
  metadata: [
    { name: { fr: 'Mimetype' }, values: ['application/pdf', null] },
    { name: null, values: [] },
  ],
  modifiedOn: '2026-11-20',
};

describe('an item of the search', () => {
  it('is read with zeros restored, spaces trimmed and nulls left out', () => {
    expect(parseItem(item)).toEqual({
      uuid: UUID,
      label: { nl: 'Aanmaning', fr: 'Sommation', de: null, en: null },
      owners: [
        { type: 'CBE', identifier: '0100000268' },
        { type: 'SSIN', identifier: '01234567890' },
      ],
      metadata: [{ name: 'Mimetype', values: ['application/pdf'] }],
      modifiedOn: '2026-11-20',
    });
  });

  it.each([
    ['no uuid', { ...item, uuid: null }],
    ['a path for a uuid', { ...item, uuid: '../../etc' }],
    ['an impossible day', { ...item, modifiedOn: '2026-13-01' }],
    ['text', 'x'],
  ])('with %s is only counted', (_, value) => {
    expect(parseItem(value)).toBeNull();
    expect(parseListing({ items: [item, value] })).toMatchObject({ unreadable: 1, items: [{ uuid: UUID }] });
  });

  it('comes in three shapes of answer', () => {
    expect(parseListing([item])?.items).toHaveLength(1);
    expect(parseListing(null)?.items).toEqual([]);
    expect(parseListing({ items: [], total: 0, lastSyncDate: '2026-11-20T03:00:00Z' })?.lastSyncDate).toBe('2026-11-20T03:00:00Z');
    expect(parseListing({ error: 'x' })).toBeNull();
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-20T10:00:00Z');
  it.each([
    ['30', now + 30_000],
    ['Fri, 20 Nov 2026 10:02:00 GMT', now + 120_000],
    ['Fri, 20 Nov 2026 09:00:00 GMT', now],
    ['soon', null],
    [undefined, null],
  ])('%s', (header, expected) => expect(retryAfter(header, now)).toBe(expected));
});
