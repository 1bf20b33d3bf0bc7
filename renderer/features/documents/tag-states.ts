import { zTag } from '#shared/contract/desk.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';

/** Whether all, some or none of the documents carry a tag. */
export type TagState = 'all' | 'some' | 'none';

export function tagStates(rows: readonly Pick<DocumentRow, 'tags'>[]): ReadonlyMap<string, TagState> {
  const counts = new Map<string, number>();
  for (const row of rows) for (const tag of row.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return new Map([...counts].map(([tag, count]) => [tag, count === rows.length ? 'all' : 'some']));
}

/** A word as a tag, `null` when it cannot be one. */
export function asTag(typed: string): string | null {
  const parsed = zTag.safeParse(typed);
  return parsed.success ? parsed.data : null;
}
