import type { Context } from '#app/core/context.ts';
import type { TextIndex } from '#app/search/text-index.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import { facetsOf } from './document-facets.ts';
import { createDocumentLists } from './document-list.ts';
import { sectionsOf } from './document-sections.ts';
import { windowRows } from './document-window.ts';
import { createResolveSelection, type ResolveSelection } from './selection.ts';
import { createDocumentTable } from './table/document-table.ts';
import { createKept } from './table/kept.ts';
import { tableRows } from './table/rows.ts';

/** What the documents view asks for. */
export interface DocumentFinder {
  list(input: Parsed<'documents.list'>): Promise<Output<'documents.list'>>;
  sections(input: Parsed<'documents.sections'>): Promise<Output<'documents.sections'>>;
  facets(): Promise<Output<'documents.facets'>>;
  readonly resolveSelection: ResolveSelection;
  /** Begins to take the documents into memory, so that the first list need not wait for it. */
  warm(): void;
}

export interface FinderDeps {
  readonly index: TextIndex;
  readonly lookBackDays: number;
}

export function createDocumentFinder(context: Context, { index, lookBackDays }: FinderDeps): DocumentFinder {
  const { db, ports, settings, users, today } = context;
  tableRows.cutChanges(db);
  const table = createDocumentTable(db, ports.timers);
  const locale = () => settings.get().locale;
  const lists = createDocumentLists({ db, table, index, today, locale, userName: users.nameOf });
  const facets = createKept<Output<'documents.facets'>>(1);

  /** What changed a moment ago is found; more than that comes in beside, and so does all when another process is writing. */
  const freshen = (): void => {
    try {
      index.step();
    } catch (error) {
      ports.log.write('warn', 'search.behind', { code: toErrorShape(error).code });
    }
  };

  return {
    list: async ({ filter, sort, sectionBy, offset, limit }) => {
      await table.ready();
      if (filter.text) freshen();
      const { root, notUnderstood } = lists.query(filter);
      const { total, seqs } = lists.window({ filter, sort, sectionBy }, offset, limit);
      return { total, rows: windowRows(db, index, root, seqs, lookBackDays), notUnderstood: [...notUnderstood] };
    },
    sections: async ({ filter, by }) => {
      await table.ready();
      return sectionsOf(lists, table, filter, by);
    },
    facets: async () => {
      await table.ready();
      return facets.get('', `${table.version()} ${today()}`, () => facetsOf(db, table.columns, today()));
    },
    resolveSelection: createResolveSelection(table, lists),
    warm: () => {
      table.ready().catch((error: unknown) => {
        ports.log.write('warn', 'documents.notWarm', { code: toErrorShape(error).code });
      });
    },
  };
}
