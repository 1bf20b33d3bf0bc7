import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { hoursLeft, pathOf, toneOf, weightOf } from './tasks.ts';

const today = localDate('2026-11-23');

describe('tasks', () => {
  it('are red only where something is lost', () => {
    expect(toneOf({ kind: 'demand', due: localDate('2026-11-25') }, today)).toBe('danger');
    expect(toneOf({ kind: 'returnDue', due: localDate('2026-11-22') }, today)).toBe('danger');
    expect(toneOf({ kind: 'returnDue', due: localDate('2026-11-25') }, today)).toBe('warn');
    expect(toneOf({ kind: 'receiptMissing', due: localDate('2026-11-20') }, today)).toBe('warn');
    expect(toneOf({ kind: 'payment', due: localDate('2026-12-20') }, today)).toBe('plain');
  });
  it('count the hours of a demand that runs, and make no alarm of one long past', () => {
    const hours = ['2026-11-25', '2026-11-24', '2026-11-23'].map((due) => hoursLeft({ kind: 'demand', due: localDate(due) }, today));
    expect(hours).toEqual([48, 24, 0]);
    expect(hoursLeft({ kind: 'payment', due: localDate('2026-11-25') }, today)).toBeNull();
    expect(weightOf({ tasks: [{ kind: 'lateDemand', due: localDate('2026-10-01') }] }, today)).toBe('plain');
  });
  it('lead somewhere', () => {
    expect(pathOf({ count: 1, kind: 'demand', targetId: 'd1', clientId: null, periodKey: null })).toBe('/documents?work=all&doc=d1');
    expect(pathOf({ count: 3, kind: 'lateDemand', targetId: 'd1', clientId: 'c1', periodKey: null })).toBe('/documents?urgent=1&client=c1');
    expect(pathOf({ count: 1, kind: 'readyToFile', targetId: 'r1', clientId: null, periodKey: null })).toBe('/vat/return/r1/file');
    expect(pathOf({ count: 1, kind: 'returnDue', targetId: null, clientId: 'c1', periodKey: '2026-10' })).toBeNull();
    expect(pathOf({ count: 1, kind: 'payment', targetId: null, clientId: 'c1', periodKey: '2026-10' })).toBe('/vat/client/c1');
  });
});
