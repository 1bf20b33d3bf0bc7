import { useDebouncedCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import type { Cents } from '#shared/domain/cents.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import type { Grid } from '#shared/vat/types.ts';
import { keepAnswer, keyOf } from '../../../data/answers.ts';
import { call } from '../../../data/call.ts';
import { withGrid } from './edits.ts';
import { type Clash, clashes, rebase } from './rebase.ts';

const PAUSE_MS = 500;

export type SaveState = 'saved' | 'changed' | 'saving' | 'failed';

export interface Draft {
  readonly content: ReturnContent;
  readonly saving: SaveState;
  readonly error: GuichetError | null;
  edit(change: (content: ReturnContent) => ReturnContent): void;
  /** Keeps the amount of a grid; the same amount again changes nothing. */
  keepGrid(grid: Grid, amount: Cents | null): void;
  /** Shows what a cell being typed in would make of the return, without keeping it; `null` shows the return itself again. */
  preview(change: ((content: ReturnContent) => ReturnContent) | null): void;
  /** Saves what is not saved yet; answers the version to act on, `null` when saving failed. */
  settle(): Promise<number | null>;
  /** Takes back what the core holds, after somebody else changed it. */
  reload(): void;
  /** What somebody else saved meanwhile, and the grids both changed; `null` when nobody did. */
  readonly other: Other | null;
  /** Saves what was changed here upon what somebody else saved meanwhile; what they changed elsewhere stays, and in the grids of `keep`. */
  overwrite(keep: ReadonlySet<Grid>): void;
}

export interface Other {
  readonly view: ReturnView;
  readonly clashes: readonly Clash[];
}

/** What may be done to a draft; the same functions from key to key, so that what only acts on it is not drawn anew. */
export type DraftActions = Pick<Draft, 'edit' | 'keepGrid' | 'settle'>;

/** A return being edited: what is typed stands at once, and is saved after a short pause, one save at a time. */
export function useDraft(view: ReturnView): Draft {
  const queries = useQueryClient();
  const [content, setContent] = useState(view.content);
  const [saving, setSaving] = useState<SaveState>('saved');
  const [error, setError] = useState<GuichetError | null>(null);
  const [theirs, setTheirs] = useState<ReturnView | null>(null);
  const latest = useRef(view.content);
  /** What the core held when the changes that are not saved began. */
  const base = useRef(view.content);
  const version = useRef(view.version);
  const dirty = useRef(false);
  const running = useRef<Promise<void> | null>(null);
  const typing = useRef<((content: ReturnContent) => ReturnContent) | null>(null);
  const show = useCallback((): void => setContent(typing.current ? typing.current(latest.current) : latest.current), []);

  useEffect(() => {
    if (dirty.current || running.current || view.version < version.current) return;
    version.current = view.version;
    base.current = view.content;
    latest.current = view.content;
    show();
  }, [view, show]);

  const run = useCallback(async (): Promise<void> => {
    while (dirty.current) {
      dirty.current = false;
      setSaving('saving');
      try {
        const sent = latest.current;
        const saved = await call('vat.save', { id: view.id, version: version.current, content: sent });
        version.current = saved.version;
        base.current = sent;
        await keepAnswer(queries, 'vat.save', saved);
        setError(null);
        setTheirs(null);
      } catch (failure) {
        dirty.current = true;
        const met = (failure as GuichetError).code === 'vat.conflict';
        setTheirs(met ? await call('vat.get', { id: view.id }).catch(() => null) : null);
        setError(failure as GuichetError);
        setSaving('failed');
        return;
      }
    }
    setSaving('saved');
  }, [queries, view.id]);

  const save = useCallback((): Promise<void> => {
    running.current ??= run().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [run]);
  const later = useDebouncedCallback(() => void save(), { delay: PAUSE_MS, flushOnUnmount: true });

  const edit = useCallback(
    (change: (content: ReturnContent) => ReturnContent): void => {
      latest.current = change(latest.current);
      typing.current = null;
      dirty.current = true;
      show();
      setSaving('changed');
      later();
    },
    [show, later],
  );
  const keepGrid = useCallback(
    (grid: Grid, amount: Cents | null): void => {
      typing.current = null;
      if ((latest.current.grids[grid] ?? null) === amount) show();
      else edit((content) => withGrid(content, grid, amount));
    },
    [show, edit],
  );
  const preview = useCallback(
    (change: ((content: ReturnContent) => ReturnContent) | null): void => {
      typing.current = change;
      show();
    },
    [show],
  );
  const settle = useCallback(async (): Promise<number | null> => {
    if (dirty.current || running.current) await save();
    return dirty.current ? null : version.current;
  }, [save]);
  return {
    content,
    saving,
    error,
    edit,
    keepGrid,
    preview,
    settle,
    other: theirs && { view: theirs, clashes: clashes(base.current, latest.current, theirs.content) },
    overwrite: (keep) => {
      // Upon what was shown: when somebody saved once more meanwhile, that is shown in its turn.
      if (!theirs) return;
      version.current = theirs.version;
      latest.current = rebase(base.current, latest.current, theirs.content, keep);
      base.current = theirs.content;
      show();
      void save();
    },
    reload: () => {
      dirty.current = false;
      setError(null);
      setTheirs(null);
      setSaving('saved');
      void call('vat.get', { id: view.id }).then((fresh) => {
        version.current = fresh.version;
        base.current = fresh.content;
        latest.current = fresh.content;
        setContent(fresh.content);
        queries.setQueryData(keyOf('vat.get', { id: view.id }), fresh);
      }, setError);
    },
  };
}
