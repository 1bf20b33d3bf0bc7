import { useEffect, useRef, useState } from 'react';
import { call } from '../../../data/call.ts';
import { hearNote, isDirty, keptNote, type NoteState, noteOf, type Settlement, settleNote, typeNote } from './note-state.ts';

const REST_MS = 700;

export type SaveState = 'saved' | 'dirty' | 'saving' | 'failed';

export interface NoteEditing {
  readonly text: string;
  readonly state: SaveState;
  readonly theirs: string | null;
  type(text: string): void;
  settle(how: Settlement): void;
  /** Stores at once what is not stored yet. */
  flush(): void;
}

/** Stores a document's note while it is written, when it is left, and never over what somebody else wrote meanwhile. */
export function useNote(id: string, stored: string): NoteEditing {
  const [note, setNote] = useState<NoteState>(() => noteOf(stored));
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState(false);
  const latest = useRef(note);
  latest.current = note;
  useEffect(() => setNote((now) => hearNote(now, stored)), [stored]);

  const send = async (): Promise<void> => {
    const { typed, theirs } = latest.current;
    if (theirs !== null || !isDirty(latest.current)) return;
    setSending(true);
    setFailed(false);
    try {
      // Asked anew: another window may have written since this one last heard.
      const now = hearNote(latest.current, (await call('documents.get', { id })).note);
      if (now.theirs !== null) {
        setNote((state) => hearNote(state, now.theirs ?? state.stored));
        return;
      }
      await call('desk.change', { selection: { ids: [id] }, change: { note: typed } });
      setNote((state) => keptNote(state, typed));
    } catch {
      setFailed(true);
    } finally {
      setSending(false);
    }
  };
  const sendRef = useRef(send);
  sendRef.current = send;

  const waits = isDirty(note) && note.theirs === null && !sending && !failed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter begins the wait anew
  useEffect(() => {
    if (!waits) return;
    const timer = window.setTimeout(() => void sendRef.current(), REST_MS);
    return () => window.clearTimeout(timer);
  }, [waits, note.typed]);
  // What is left unfinished on the way to another document is stored too.
  useEffect(() => () => void sendRef.current(), []);

  return {
    text: note.typed,
    state: failed ? 'failed' : sending ? 'saving' : isDirty(note) ? 'dirty' : 'saved',
    theirs: note.theirs,
    type: (text) => {
      setFailed(false);
      setNote((state) => typeNote(state, text));
    },
    settle: (how) => setNote((state) => settleNote(state, how)),
    flush: () => void sendRef.current(),
  };
}
