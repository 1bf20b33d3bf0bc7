import type { Context } from '#app/core/context.ts';
import type { SearchIndex } from '#app/documents/search-index.ts';
import type { Handlers } from '#shared/contract/index.ts';
import { createDeskWork } from './change.ts';
import { resolveSelection } from './selection.ts';
import type { Undo } from './undo.ts';

type DeskMethod = 'desk.change' | 'desk.undo';

export function deskHandlers(context: Context, undo: Undo, index: SearchIndex): Handlers<DeskMethod> {
  const work = createDeskWork(context, undo);
  return {
    'desk.change': ({ selection, change }) => work.change(resolveSelection(context.db, index, selection), change),
    'desk.undo': ({ id }) => undo.undo(id),
  };
}
