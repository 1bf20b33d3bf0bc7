import { query, type Reader } from '#app/platform/db/index.ts';
import type { ArchiveState, DocumentGroup, WorkState } from '#shared/contract/documents.ts';
import type { Output } from '#shared/contract/index.ts';

const groups = query<{ group: DocumentGroup; count: number }>(
  'documents.groups',
  'SELECT grp AS "group", count(*) AS count FROM document GROUP BY grp ORDER BY count DESC, grp',
);
const months = query<{ month: string; count: number }>(
  'documents.months',
  'SELECT substr(modified_on, 1, 7) AS month, count(*) AS count FROM document GROUP BY month ORDER BY month DESC',
);
const archive = query<{ state: ArchiveState; count: number }>(
  'documents.archiveStates',
  'SELECT archive AS state, count(*) AS count FROM document GROUP BY archive ORDER BY archive',
);
const work = query<{ work: WorkState; count: number }>(
  'documents.workStates',
  'SELECT work, count(*) AS count FROM document GROUP BY work',
);

export function facets(reader: Reader): Output<'documents.facets'> {
  const counts = new Map(reader.all(work).map((row) => [row.work, row.count]));
  const countOf = (state: WorkState): number => counts.get(state) ?? 0;
  return {
    groups: reader.all(groups),
    months: reader.all(months),
    archive: reader.all(archive),
    work: { new: countOf('new'), todo: countOf('todo'), done: countOf('done') },
    unseen: 0,
    unseenWork: { new: 0, todo: 0, done: 0 },
    dueSoon: 0,
    assignees: [],
    tags: [],
  };
}
