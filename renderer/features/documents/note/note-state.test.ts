import { describe, expect, it } from 'vitest';
import { hearNote, isDirty, keptNote, noteOf, settleNote, typeNote } from './note-state.ts';

describe('a note being written', () => {
  it('follows the archive while nobody writes', () => {
    expect(hearNote(noteOf('a'), 'b')).toEqual(noteOf('b'));
  });
  it('is stored while typing goes on', () => {
    const state = keptNote(typeNote(noteOf(''), 'call back'), 'call');
    expect(state).toEqual({ typed: 'call back', stored: 'call', theirs: null });
    expect(isDirty(state)).toBe(true);
    expect(isDirty(hearNote(state, 'call back'))).toBe(false);
  });
  it('is never overwritten by what somebody else wrote meanwhile', () => {
    const state = hearNote(typeNote(noteOf('a'), 'mine'), 'theirs');
    expect(state).toEqual({ typed: 'mine', stored: 'a', theirs: 'theirs' });
    expect(settleNote(state, 'theirs')).toEqual(noteOf('theirs'));
    expect(settleNote(state, 'mine')).toEqual({ typed: 'mine', stored: 'theirs', theirs: null });
    expect(settleNote(state, 'both').typed).toBe('theirs\n\nmine');
  });
  it('hears its own words without a conflict', () => {
    expect(hearNote(typeNote(noteOf('a'), 'b'), 'b')).toEqual(noteOf('b'));
    expect(hearNote(typeNote(noteOf('a'), 'b'), 'a').theirs).toBeNull();
  });
});
