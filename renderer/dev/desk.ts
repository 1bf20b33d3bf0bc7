import type { DeskChange, SavedView } from '#shared/contract/desk.ts';
import type { DocumentRow, DocumentSelection } from '#shared/contract/documents.ts';
import type { Handlers, Topic } from '#shared/contract/index.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { readText, select } from './documents.ts';
import { idOf } from './random.ts';

type DeskMethod =
  | 'documents.list'
  | 'documents.sections'
  | 'desk.change'
  | 'desk.undo'
  | 'desk.views'
  | 'desk.saveView'
  | 'desk.deleteView'
  | 'exports.status'
  | 'exports.cancel'
  | 'shell.export'
  | 'shell.openPortal';

const BY_DATE = { by: 'modifiedOn', descending: true } as const;

/** The desk over made-up documents, undo and a slow export included. */
export function desk(
  world: { readonly emit: (...topics: Topic[]) => void; readonly after: (ms: number, callback: () => void) => void },
  today: () => LocalDate,
  documents: DocumentRow[],
): Handlers<DeskMethod> {
  const undo = new Map<string, DocumentRow[]>();
  let views: SavedView[] = [{ id: idOf(7, 0), name: 'Amendes à vérifier', query: 'group=sanction' }];
  let exporting = { running: false, done: 0, total: 0 };
  const chosen = (selection: DocumentSelection): DocumentRow[] => {
    if ('ids' in selection) return documents.filter((row) => selection.ids.includes(row.id));
    const except = new Set(selection.except);
    return select(documents, selection.filter, BY_DATE, today()).filter((row) => !except.has(row.id));
  };
  const put = (row: DocumentRow): void => {
    documents[documents.findIndex(({ id }) => id === row.id)] = { ...row, hit: null };
  };
  const changed = (row: DocumentRow, { addTags = [], removeTags = [], note, ...rest }: DeskChange): DocumentRow => ({
    ...row,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    tags: [...new Set([...row.tags, ...addTags])].filter((tag) => !removeTags.includes(tag)),
    noted: note === undefined ? row.noted : note !== '',
  });
  return {
    'documents.list': ({ filter, sort, sectionBy, offset, limit }) => {
      const rows = select(documents, filter, sort, today(), sectionBy);
      return { total: rows.length, rows: rows.slice(offset, offset + limit), notUnderstood: readText(filter.text).notUnderstood };
    },
    'documents.sections': ({ filter, by }) => {
      const counts = new Map<string, { label: string; count: number }>();
      for (const row of select(documents, filter, BY_DATE, today(), by)) {
        const key = (by === 'client' ? row.clientId : row.group) ?? '';
        const section = counts.get(key) ?? { label: by === 'client' ? row.clientName : row.group, count: 0 };
        counts.set(key, { ...section, count: section.count + 1 });
      }
      return { sections: [...counts].map(([key, section]) => ({ key: key || null, ...section })) };
    },
    'desk.change': ({ selection, change }) => {
      const rows = chosen(selection);
      for (const row of rows) put(changed(row, change));
      const undoId = idOf(8, undo.size);
      undo.set(undoId, rows);
      world.emit('documents', 'status', 'desk');
      return { changed: rows.length, undoId: rows.length > 0 ? undoId : null };
    },
    'desk.undo': ({ id }) => {
      const rows = undo.get(id) ?? [];
      rows.forEach(put);
      world.emit('documents', 'status', 'desk');
      return { restored: rows.length, left: 0 };
    },
    'desk.views': () => ({ views }),
    'desk.saveView': ({ id = idOf(7, views.length), name, query }) => {
      views = [...views.filter((view) => view.id !== id), { id, name, query }];
      world.emit('desk');
      return { views };
    },
    'desk.deleteView': ({ id }) => {
      views = views.filter((view) => view.id !== id);
      world.emit('desk');
      return { views };
    },
    'exports.status': () => exporting,
    'exports.cancel': () => {
      exporting = { running: false, done: 0, total: 0 };
      world.emit('exports');
      return {};
    },
    'shell.export': ({ selection }) => {
      const total = chosen(selection).length;
      exporting = { running: true, done: 0, total };
      return new Promise((resolve) => {
        const step = (): void => {
          const done = Math.min(total, exporting.done + Math.ceil(total / 20));
          exporting = exporting.running && done < total ? { ...exporting, done } : { running: false, done: 0, total: 0 };
          world.emit('exports');
          if (exporting.running) world.after(250, step);
          else resolve({ saved: true, documents: total, missing: 3, bytes: total * 120_000 });
        };
        world.after(250, step);
      });
    },
    'shell.openPortal': () => ({}),
  };
}
