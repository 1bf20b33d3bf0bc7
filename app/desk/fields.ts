import { command, query, type Writer } from '#app/platform/db/index.ts';
import type { DeskChange } from '#shared/contract/desk.ts';

/** What stands in the columns that a change may set. */
export type FieldValue = string | number | null;

/** A document that a change touches, and what stood there before. */
export interface Touched {
  readonly seq: number;
  readonly id: string;
  readonly clientId: string | null;
  readonly before: FieldValue;
}

/** A column of the document that a change may set. */
interface Field {
  readonly column: string;
  /** What it would become; `undefined`: this change does not speak of it. */
  readonly after: (change: DeskChange, now: number) => FieldValue | undefined;
  /** When the column would differ from `@after`. */
  readonly differs: string;
  /** How the history tells it; texts `activity.document.<word>` and `activity.documents.<word>`. */
  readonly word: (after: FieldValue) => string;
}

export const FIELDS: readonly Field[] = [
  { column: 'work', after: ({ work }) => work, differs: 'work <> @after', word: String },
  {
    column: 'assignee_id',
    after: ({ assigneeId }) => assigneeId,
    differs: 'assignee_id IS NOT @after',
    word: (after) => (after === null ? 'unassigned' : 'assigned'),
  },
  { column: 'note', after: ({ note }) => note?.trim(), differs: 'note <> @after', word: () => 'noted' },
  {
    // When it was first opened stays, however often somebody says that it was.
    column: 'seen_at',
    after: ({ seen }, now) => (seen === undefined ? undefined : seen ? now : null),
    differs: '(seen_at IS NULL) <> (@after IS NULL)',
    word: (after) => (after === null ? 'unseen' : 'seen'),
  },
];

type Chosen = { readonly seqs: string; readonly after: FieldValue };
const CHOSEN = 'seq IN (SELECT value FROM json_each(@seqs))';

const statements = new Map(
  FIELDS.map(({ column, differs }) => [
    column,
    {
      touched: query<Touched, Chosen>(
        `desk.touched.${column}`,
        `SELECT seq, id, client_id AS clientId, ${column} AS before FROM document WHERE ${CHOSEN} AND ${differs}`,
      ),
      set: command<Chosen>(`desk.set.${column}`, `UPDATE document SET ${column} = @after, version = version + 1 WHERE ${CHOSEN}`),
      // Only what still stands as the change left it goes back.
      kept: query<{ seq: number }, Chosen>(`desk.kept.${column}`, `SELECT seq FROM document WHERE ${CHOSEN} AND ${column} IS @after`),
      restore: command<{ rows: string }>(
        `desk.restore.${column}`,
        `UPDATE document SET ${column} = kept.before, version = version + 1
         FROM (SELECT value ->> 0 AS seq, value ->> 1 AS before FROM json_each(@rows)) AS kept WHERE document.seq = kept.seq`,
      ),
    },
  ]),
);

/** Sets one column of many documents at once. @returns those it changed, with what was before */
export function setField(tx: Writer, column: string, seqs: readonly number[], after: FieldValue): Touched[] {
  const { touched, set } = statements.get(column)!;
  const rows = tx.all(touched, { seqs: JSON.stringify(seqs), after });
  if (rows.length > 0) tx.run(set, { seqs: JSON.stringify(rows.map(({ seq }) => seq)), after });
  return rows;
}

/** `[seq, value before]` of the documents of one column. */
export type Before = readonly (readonly [number, FieldValue])[];

/** Puts back what nobody touched since. @returns `seq`s of the documents that were left */
export function restoreField(tx: Writer, column: string, after: FieldValue, before: Before): number[] {
  const { kept, restore } = statements.get(column)!;
  const still = new Set(tx.all(kept, { seqs: JSON.stringify(before.map(([seq]) => seq)), after }).map(({ seq }) => seq));
  tx.run(restore, { rows: JSON.stringify(before.filter(([seq]) => still.has(seq))) });
  return before.flatMap(([seq]) => (still.has(seq) ? [] : [seq]));
}
