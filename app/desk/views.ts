import type { Context } from '#app/core/context.ts';
import { command, query } from '#app/platform/db/index.ts';
import { type SavedView, VIEW_PARAMETERS } from '#shared/contract/desk.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';

export interface Views {
  list(): Output<'desk.views'>;
  /** @throws GuichetError `desk.viewName` when another view has this name, `desk.viewUnknown` */
  save(input: Parsed<'desk.saveView'>): Output<'desk.views'>;
  delete(id: string): Output<'desk.views'>;
}

type Stored = { readonly id: string; readonly name: string; readonly nameKey: string; readonly query: string };
const all = query<SavedView>('desk.views', 'SELECT id, name, query FROM saved_view ORDER BY name_key');
const byKey = query<{ id: string }, { nameKey: string }>('desk.viewByKey', 'SELECT id FROM saved_view WHERE name_key = @nameKey');
const byId = query<{ id: string }, { id: string }>('desk.viewById', 'SELECT id FROM saved_view WHERE id = @id');
const put = command<Stored>(
  'desk.putView',
  `INSERT INTO saved_view (id, name, name_key, query) VALUES (@id, @name, @nameKey, @query)
   ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, query = excluded.query`,
);
const remove = command<{ id: string }>('desk.deleteView', 'DELETE FROM saved_view WHERE id = @id');

/** The address without what is not the list's: an open document, a parameter of an older version. The order of the parts makes no difference. */
export function viewQuery(text: string): string {
  const given = new URLSearchParams(text);
  const kept = VIEW_PARAMETERS.flatMap((name): [string, string][] => {
    const value = given.get(name);
    return value ? [[name, value]] : [];
  });
  return new URLSearchParams(kept).toString();
}

const keyOf = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').toLocaleLowerCase('und');

export function createViews({ db, id, events }: Context): Views {
  const list = (): Output<'desk.views'> => ({ views: db.all(all) });
  const changed = (): Output<'desk.views'> => {
    events.publish('desk');
    return list();
  };
  return {
    list,
    save: (input) => {
      const nameKey = keyOf(input.name);
      db.write((tx) => {
        if (input.id && !tx.get(byId, { id: input.id })) throw new GuichetError('desk.viewUnknown');
        const same = tx.get(byKey, { nameKey });
        if (same && same.id !== input.id) throw new GuichetError('desk.viewName', { params: { name: input.name } });
        tx.run(put, { id: input.id ?? id(), name: input.name, nameKey, query: viewQuery(input.query) });
      });
      return changed();
    },
    delete: (viewId) => {
      db.write((tx) => {
        tx.run(remove, { id: viewId });
      });
      return changed();
    },
  };
}
