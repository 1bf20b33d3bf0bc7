import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';

/** A tag of a document. */
export type Tagging = readonly [seq: number, tag: string];
type Tagged = { readonly seq: number; readonly id: string; readonly clientId: string | null };

/** Each tag once, hopping along the index instead of reading all of it. */
const everyTag = query<{ tag: string }>(
  'desk.tags',
  `WITH RECURSIVE each (tag) AS (
     SELECT min(tag) FROM document_tag
     UNION ALL SELECT (SELECT min(tag) FROM document_tag WHERE tag > each.tag) FROM each WHERE each.tag IS NOT NULL
   ) SELECT tag FROM each WHERE tag IS NOT NULL`,
);
const CHOSEN = 'document.seq IN (SELECT value FROM json_each(@seqs))';
const without = query<Tagged, { seqs: string; tag: string }>(
  'desk.withoutTag',
  `SELECT seq, id, client_id AS clientId FROM document
   WHERE ${CHOSEN} AND NOT EXISTS (SELECT 1 FROM document_tag WHERE document_seq = seq AND tag = @tag)`,
);
const having = query<Tagged, { seqs: string; tag: string }>(
  'desk.havingTag',
  `SELECT seq, id, client_id AS clientId FROM document JOIN document_tag ON document_seq = seq WHERE tag = @tag AND ${CHOSEN}`,
);
const ROWS = 'SELECT value ->> 0, value ->> 1 FROM json_each(@rows)';
const add = command<{ rows: string }>('desk.addTags', `INSERT OR IGNORE INTO document_tag (document_seq, tag) ${ROWS}`);
const remove = command<{ rows: string }>('desk.removeTags', `DELETE FROM document_tag WHERE (document_seq, tag) IN (${ROWS})`);
const present = query<{ seq: number; tag: string }, { rows: string }>(
  'desk.presentTags',
  `SELECT document_seq AS seq, tag FROM document_tag WHERE (document_seq, tag) IN (${ROWS})`,
);

/** Two spellings of one tag: case, composed accents and spaces make no difference. */
const keyOf = (tag: string): string => tag.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('und');

/** The firm's tags by their key; the spelling that came first wins. */
function spellings(reader: Reader): Map<string, string> {
  return new Map(reader.all(everyTag).map(({ tag }) => [keyOf(tag), tag]));
}

/** How the tags are written: as the firm wrote them first, each once. */
export function spelled(reader: Reader, tags: readonly string[]): string[] {
  const known = spellings(reader);
  for (const tag of tags) if (!known.has(keyOf(tag))) known.set(keyOf(tag), tag.normalize('NFC').trim().replace(/\s+/g, ' '));
  return [...new Set(tags.map((tag) => known.get(keyOf(tag))!))];
}

export interface TagChange {
  readonly tag: string;
  readonly touched: readonly Tagged[];
}

const each = (tx: Writer, seqs: readonly number[], tags: readonly string[], asked: typeof without): TagChange[] =>
  spelled(tx, tags).map((tag) => ({ tag, touched: tx.all(asked, { seqs: JSON.stringify(seqs), tag }) }));
export const taggings = (changes: readonly TagChange[]): Tagging[] =>
  changes.flatMap(({ tag, touched }) => touched.map(({ seq }): Tagging => [seq, tag]));

/** @returns by tag, the documents that did not carry it */
export function addTags(tx: Writer, seqs: readonly number[], tags: readonly string[]): TagChange[] {
  const changes = each(tx, seqs, tags, without);
  if (changes.length > 0) tx.run(add, { rows: JSON.stringify(taggings(changes)) });
  return changes;
}

/** @returns by tag, the documents that carried it */
export function removeTags(tx: Writer, seqs: readonly number[], tags: readonly string[]): TagChange[] {
  const changes = each(tx, seqs, tags, having);
  if (changes.length > 0) tx.run(remove, { rows: JSON.stringify(taggings(changes)) });
  return changes;
}

/** Takes additions and removals back. @returns `seq`s of the documents where somebody had done so already */
export function restoreTags(tx: Writer, added: readonly Tagging[], removed: readonly Tagging[]): number[] {
  const here = (rows: readonly Tagging[]): Set<string> =>
    new Set(rows.length === 0 ? [] : tx.all(present, { rows: JSON.stringify(rows) }).map(({ seq, tag }) => `${seq} ${tag}`));
  const [stillAdded, backAlready] = [here(added), here(removed)];
  tx.run(remove, { rows: JSON.stringify(added) });
  tx.run(add, { rows: JSON.stringify(removed) });
  return [
    ...added.filter(([seq, tag]) => !stillAdded.has(`${seq} ${tag}`)),
    ...removed.filter(([seq, tag]) => backAlready.has(`${seq} ${tag}`)),
  ].map(([seq]) => seq);
}
