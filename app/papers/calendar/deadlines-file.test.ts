import { describe, expect, it } from 'vitest';
import { LOCALES } from '#shared/domain/locale.ts';
import { parsePeriodKey } from '#shared/domain/period.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import { deadlinesFile } from './deadlines-file.ts';
import { writeCalendar } from './ical.ts';

const AT = Date.parse('2026-11-12T08:00:00Z');
type Block = { readonly name: string; readonly lines: Map<string, string>; readonly blocks: Block[] };

/** Reads iCalendar as strictly as RFC 5545 says. @throws Error at what it forbids */
function read(bytes: Uint8Array): Block {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (/[^\r]\n|\r[^\n]/.test(text) || !text.endsWith('\r\n')) throw new Error('line ends');
  for (const line of text.split('\r\n')) if (Buffer.byteLength(line) > 75) throw new Error(`long line: ${line}`);
  const root: Block = { name: '', lines: new Map(), blocks: [] };
  const open = [root];
  for (const line of text
    .replace(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n')) {
    const [, key = '', value = ''] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/.exec(line) ?? [];
    if (key === '') throw new Error(`no property: ${line}`);
    const top = open.at(-1)!;
    if (key === 'BEGIN') {
      const block: Block = { name: value, lines: new Map(), blocks: [] };
      top.blocks.push(block);
      open.push(block);
    } else if (key === 'END') {
      if (open.pop()?.name !== value) throw new Error(`wrong end: ${value}`);
    } else {
      if (top.lines.has(key)) throw new Error(`twice: ${key}`);
      top.lines.set(key, value);
    }
  }
  if (open.length !== 1) throw new Error('not ended');
  return root.blocks[0]!;
}

describe('deadlines as iCalendar', () => {
  it.each(LOCALES)('holds the legal and the pay-by day of every period of both regimes (%s)', (locale) => {
    const calendar = read(deadlinesFile(2026, ['month', 'quarter'], createTranslator(locale), AT));
    expect(calendar.lines.get('VERSION')).toBe('2.0');
    expect(calendar.blocks).toHaveLength(2 * (12 + 4));
    const uids = new Set(calendar.blocks.map(({ lines }) => lines.get('UID')));
    expect(uids.size).toBe(32);
    for (const { lines, blocks } of calendar.blocks) {
      const [, key = '', kind] = /^vat-(.+)-(file|pay)@guichet$/.exec(lines.get('UID')!) ?? [];
      const { legal, payBy } = deadline(parsePeriodKey(key)!);
      expect(lines.get('DTSTART;VALUE=DATE')).toBe((kind === 'file' ? legal : payBy).replaceAll('-', ''));
      expect(lines.get('DTSTART;VALUE=DATE')?.slice(0, 4)).toBe('2026');
      expect(lines.get('DTSTAMP')).toBe('20261112T080000Z');
      expect(blocks.map(({ name }) => name)).toEqual(['VALARM', 'VALARM']);
      for (const alarm of blocks) expect(alarm.lines.get('TRIGGER')).toMatch(/^(-P(\d+D)?T\d+H|PT9H)$/);
    }
  });

  it('lasts until the last day in time where the legal day moves, and warns where it does not', () => {
    const { blocks } = read(deadlinesFile(2025, ['month', 'quarter'], createTranslator('fr'), AT));
    const of = (uid: string) => blocks.find(({ lines }) => lines.get('UID') === uid)!.lines;
    expect(of('vat-2025-06-file@guichet').get('DTEND;VALUE=DATE')).toBe('20250723');
    expect(of('vat-2025-06-file@guichet').get('DESCRIPTION')).toContain('22/07/2025');
    const next = read(deadlinesFile(2026, ['quarter'], createTranslator('fr'), AT)).blocks;
    const third = next.find(({ lines }) => lines.get('UID') === 'vat-2026-Q3-file@guichet')!.lines;
    expect(third.get('DTSTART;VALUE=DATE')).toBe('20261025');
    expect(third.get('DESCRIPTION')).toContain('n’est pas reporté');
    expect(next.find(({ lines }) => lines.get('UID') === 'vat-2026-Q3-pay@guichet')!.lines.get('DTSTART;VALUE=DATE')).toBe('20261023');
  });

  it('is empty without a regime, and escapes and folds whatever it is told', () => {
    expect(read(deadlinesFile(2026, [], createTranslator('de'), AT)).blocks).toEqual([]);
    const day = '2026-11-20' as never;
    const text = `a;b,c\\d\r\nBEGIN:VEVENT ${'é😀'.repeat(60)}`;
    const event = { uid: 'x', summary: text, description: '', from: day, until: day, alarms: [{ days: 1 }, { days: 0 }, { days: 2 }] };
    const { blocks } = read(writeCalendar({ name: 'n', language: 'fr', at: AT, events: [event] }));
    expect(blocks).toHaveLength(1);
    expect(blocks[0]!.lines.get('SUMMARY')).toBe(`a\\;b\\,c\\\\d\\nBEGIN:VEVENT ${'é😀'.repeat(60)}`);
    expect(blocks[0]!.blocks.map(({ lines }) => lines.get('TRIGGER'))).toEqual(['-PT15H', 'PT9H', '-P1DT15H']);
  });
});
