import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { toErrorShape } from '#shared/domain/errors.ts';
import { call } from '../data/call.ts';
import { useT } from '../i18n/context.tsx';
import { useProblem } from '../ui/use-problem.ts';
import { UndoToast } from './UndoToast.tsx';
import { useUndoStack } from './undo-stack.ts';

const SHOWN_MS = 8_000;

export interface Undo {
  /** Says what was done and lets it be taken back, here and by Ctrl Z. */
  readonly offer: (words: string, undoId: string) => void;
  /** Answers whether there was something to take back. */
  readonly undoLast: () => boolean;
}

/** Only the latest change has its words on the screen; older ones are taken back by Ctrl Z in turn. */
let onScreen: string | null = null;

/** Undo of what was done to documents and clients. */
export function useUndo(): Undo {
  const t = useT();
  const problem = useProblem();
  const takeBack = useCallback(
    (id: string): void => {
      useUndoStack.getState().drop(id);
      notifications.hide(id);
      call('desk.undo', { id }).then(
        ({ restored, left }) =>
          notifications.show({
            message: t('undo.done', { restored, left }),
            autoClose: 4_000,
            closeButtonProps: { 'aria-label': t('frame.close') },
          }),
        (error) => problem(toErrorShape(error)),
      );
    },
    [t, problem],
  );
  const offer = useCallback(
    (words: string, undoId: string): void => {
      if (onScreen) notifications.hide(onScreen);
      onScreen = undoId;
      useUndoStack.getState().push(undoId);
      notifications.show({
        id: undoId,
        message: <UndoToast words={words} onUndo={() => takeBack(undoId)} />,
        autoClose: SHOWN_MS,
        closeButtonProps: { 'aria-label': t('frame.close') },
      });
    },
    [t, takeBack],
  );
  const undoLast = useCallback((): boolean => {
    const last = useUndoStack.getState().ids.at(-1);
    if (last) takeBack(last);
    return last !== undefined;
  }, [takeBack]);
  return { offer, undoLast };
}
