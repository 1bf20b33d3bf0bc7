import { describe, expect, it } from 'vitest';
import {
  allowedEvents,
  eventNeeds,
  FILING_EVENTS,
  FILING_STATES,
  type FilingState,
  stateAfterRestart,
  transition,
} from './filing-states.ts';

/** Columns as FILING_EVENTS: check approve edit queue unqueue send accept refuse notSent unreached lose receipt release portal again. A dash: cannot happen. */
const TABLE: Readonly<Record<FilingState, string>> = {
  draft: 'ready - draft - - - - - - - - - - accepted -',
  ready: 'ready approved draft - - - - - - - - - - accepted -',
  approved: '- - draft queued - sending - - - - - - - accepted -',
  queued: '- - draft - approved sending - - - - - - - accepted -',
  sending: '- - - - - - accepted refused approved queued unknown - - - -',
  accepted: '- - - - - - - - - - - proven - - -',
  refused: '- - draft - - - - - - - - - - accepted approved',
  unknown: '- - - - - - - refused - - - accepted approved accepted -',
  proven: '- - - - - - - - - - - - - - -',
};

describe('filing states', () => {
  it.each(FILING_STATES)('%s goes only where the table says', (state) => {
    const expected = TABLE[state].split(' ').map((cell) => (cell === '-' ? null : cell));
    expect(FILING_EVENTS.map((event) => transition(state, event))).toEqual(expected);
    expect(allowedEvents(state)).toEqual(FILING_EVENTS.filter((_, index) => expected[index] !== null));
  });

  it('reaches every state from a draft, and proof only through acceptance', () => {
    const reached = new Set<FilingState>(['draft']);
    for (const state of reached) for (const event of allowedEvents(state)) reached.add(transition(state, event)!);
    expect([...reached].sort()).toEqual([...FILING_STATES].sort());
    const before = FILING_STATES.filter((state) => FILING_EVENTS.some((event) => transition(state, event) === 'proven'));
    expect(before).toEqual(['accepted']);
  });

  it('sends only what was approved and never what is already under way', () => {
    expect(FILING_STATES.filter((state) => transition(state, 'send') !== null)).toEqual(['approved', 'queued']);
    expect(stateAfterRestart('sending')).toBe('unknown');
    for (const state of FILING_STATES) if (state !== 'sending') expect(stateAfterRestart(state)).toBe(state);
  });

  it('asks for a second person, a reason and the passed window before a lost return may go again', () => {
    expect(eventNeeds('unknown', 'release')).toEqual({ person: true, secondPerson: true, reason: true, windowPassed: true });
    expect(eventNeeds('unknown', 'refuse')).toMatchObject({ person: true, reason: true });
    expect(eventNeeds('refused', 'again')).toMatchObject({ person: true, secondPerson: false });
    expect(eventNeeds('sending', 'refuse')).toMatchObject({ person: false, reason: false });
  });
});
