import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { DeskChange } from '#shared/contract/desk.ts';
import type { DocumentSelection } from '#shared/contract/documents.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import { call } from '../../data/call.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { useUndo } from '../../undo/use-undo.tsx';
import { didWords } from './desk-words.ts';
import { patchRows } from './patch-rows.ts';

export interface ChangeOptions {
  /** Neither announced nor to be taken back, such as reading. */
  readonly quiet?: boolean;
}

/** Changes documents at once on the screen, then in the core, and offers to take it back. */
export function useDesk(): (selection: DocumentSelection, change: DeskChange, options?: ChangeOptions) => void {
  const t = useT();
  const problem = useProblem();
  const queries = useQueryClient();
  const users = useCall('users.list', {}).data?.users;
  const { offer } = useUndo();
  return useCallback(
    (selection, change, options = {}) => {
      patchRows(queries, selection, change);
      const name = users?.find((user) => user.id === change.assigneeId)?.name ?? '';
      call('desk.change', { selection, change }).then(
        ({ changed, undoId }) => {
          if (undoId && !options.quiet) offer(didWords(change, changed, name, t), undoId);
        },
        (error) => {
          if (!options.quiet) problem(toErrorShape(error));
          for (const method of ['documents.list', 'documents.get']) void queries.invalidateQueries({ queryKey: [method] });
        },
      );
    },
    [queries, users, offer, problem, t],
  );
}
