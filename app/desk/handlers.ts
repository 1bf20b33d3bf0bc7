import type { Context } from '#app/core/context.ts';
import type { ResolveSelection } from '#app/documents/selection.ts';
import type { Handlers } from '#shared/contract/index.ts';
import { createDeskWork } from './change.ts';
import type { Undo } from './undo.ts';
import { createViews } from './views.ts';

type DeskMethod = 'desk.change' | 'desk.undo' | 'desk.views' | 'desk.saveView' | 'desk.deleteView';

export function deskHandlers(context: Context, undo: Undo, resolve: ResolveSelection): Handlers<DeskMethod> {
  const work = createDeskWork(context, undo);
  const views = createViews(context);
  return {
    'desk.change': ({ selection, change }) => work.change(resolve(context.db, selection), change),
    'desk.undo': ({ id }) => undo.undo(id),
    'desk.views': () => views.list(),
    'desk.saveView': (input) => views.save(input),
    'desk.deleteView': ({ id }) => views.delete(id),
  };
}
