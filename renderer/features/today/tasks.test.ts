import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { pathOf, toneOf } from './tasks.ts';

const today = localDate('2026-11-23');

describe('tasks', () => {
  it('are red only where something is lost', () => {
    expect(toneOf({ kind: 'demand', due: localDate('2026-11-25') }, today)).toBe('danger');
    expect(toneOf({ kind: 'returnDue', due: localDate('2026-11-22') }, today)).toBe('danger');
    expect(toneOf({ kind: 'returnDue', due: localDate('2026-11-25') }, today)).toBe('warn');
    expect(toneOf({ kind: 'receiptMissing', due: localDate('2026-11-20') }, today)).toBe('warn');
    expect(toneOf({ kind: 'payment', due: localDate('2026-12-20') }, today)).toBe('plain');
  });
  it('lead somewhere', () => {
    expect(pathOf({ kind: 'demand', targetId: 'd1', clientId: null, periodKey: null })).toBe('/documents?work=all&doc=d1');
    expect(pathOf({ kind: 'readyToFile', targetId: 'r1', clientId: null, periodKey: null })).toBe('/vat/return/r1/file');
    expect(pathOf({ kind: 'returnDue', targetId: null, clientId: 'c1', periodKey: '2026-10' })).toBeNull();
    expect(pathOf({ kind: 'payment', targetId: null, clientId: 'c1', periodKey: '2026-10' })).toBe('/vat/client/c1');
  });
});
