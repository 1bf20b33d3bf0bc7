/** A note being written: what is typed, what was last known to be stored, and what somebody else stored meanwhile. */
export interface NoteState {
  readonly typed: string;
  readonly stored: string;
  /** Another text than the one the typing began from; a person decides. */
  readonly theirs: string | null;
}

export const noteOf = (stored: string): NoteState => ({ typed: stored, stored, theirs: null });
export const isDirty = ({ typed, stored }: NoteState): boolean => typed !== stored;

export const typeNote = (state: NoteState, typed: string): NoteState => ({ ...state, typed });

/** The archive says what the note is now. What is being written is never overwritten by it. */
export function hearNote(state: NoteState, stored: string): NoteState {
  if (stored === state.stored) return state;
  if (stored === state.typed || !isDirty(state)) return noteOf(stored);
  return { ...state, theirs: stored };
}

/** What was sent is stored; typing may have gone on meanwhile. */
export const keptNote = (state: NoteState, sent: string): NoteState => ({ ...state, stored: sent });

export type Settlement = 'mine' | 'theirs' | 'both';

/** A person decides between two texts; neither is lost with `both`. */
export function settleNote(state: NoteState, how: Settlement): NoteState {
  if (state.theirs === null) return state;
  if (how === 'theirs') return noteOf(state.theirs);
  const typed = how === 'mine' ? state.typed : `${state.theirs.trimEnd()}\n\n${state.typed}`;
  return { typed, stored: state.theirs, theirs: null };
}
