import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { DocumentGroup } from '#shared/contract/documents.ts';
import type { UnknownLabel } from '#shared/contract/reading.ts';
import type { Localized } from '#shared/domain/locale.ts';
import { type Classified, classify, typeOfKey } from './classify.ts';
import type { RawLabel } from './label.ts';

const groupOf = query<{ grp: DocumentGroup }, { key: string }>('labels.group', 'SELECT grp FROM label_group WHERE label_key = @key');
const counts = query<{ key: string; documents: number; newest: number }>(
  'labels.counts',
  "SELECT label_key AS key, count(*) AS documents, max(seq) AS newest FROM document WHERE label_key <> '' GROUP BY label_key",
);
const labelOf = query<Localized, { seq: number }>(
  'labels.label',
  'SELECT label_fr AS fr, label_nl AS nl, label_de AS de, label_en AS en FROM document WHERE seq = @seq',
);
const put = command<{ key: string; grp: DocumentGroup; now: number; by: string }>(
  'labels.put',
  `INSERT INTO label_group (label_key, grp, assigned_at, assigned_by) VALUES (@key, @grp, @now, @by)
   ON CONFLICT (label_key) DO UPDATE SET grp = excluded.grp, assigned_at = excluded.assigned_at, assigned_by = excluded.assigned_by`,
);
const drop = command<{ key: string }>('labels.drop', 'DELETE FROM label_group WHERE label_key = @key');
const regroup = command<{ key: string; grp: DocumentGroup }>(
  'labels.regroup',
  'UPDATE document SET grp = @grp, version = version + 1 WHERE label_key = @key AND grp <> @grp',
);

/** Classifies as {@link classify} does, with what people assigned. */
export const classifyWith = (reader: Reader, raw: RawLabel): Classified =>
  classify(raw, (key) => reader.get(groupOf, { key })?.grp ?? null);

/** Labels no type is known for, those of the most documents first. */
export function unknownLabels(reader: Reader): UnknownLabel[] {
  return reader
    .all(counts)
    .filter(({ key }) => typeOfKey(key) === undefined)
    .map(({ key, documents, newest }) => {
      const label = reader.get(labelOf, { seq: newest })!;
      return { key, label: { ...label }, documents, group: reader.get(groupOf, { key })?.grp ?? null };
    })
    .sort((a, b) => b.documents - a.documents || (a.key < b.key ? -1 : 1));
}

/** Sorts every document of the label; those to come follow {@link classifyWith}. @returns how many documents changed their group */
export function assignGroup(tx: Writer, assignment: { key: string; group: DocumentGroup | null; now: number; by: string }): number {
  const { key, group, now, by } = assignment;
  if (group === null) tx.run(drop, { key });
  else tx.run(put, { key, grp: group, now, by });
  return tx.run(regroup, { key, grp: group ?? 'other' });
}
