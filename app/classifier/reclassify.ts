import { command, type Database, query, type Writer } from '#app/platform/db/index.ts';
import type { SettingsStore } from '#app/settings/settings-store.ts';
import type { DocumentGroup } from '#shared/contract/documents.ts';
import { afterDelay } from '#shared/domain/delay.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { classifyWith } from './assignments.ts';
import { type Classified, typeOfKey } from './classify.ts';
import { TYPES_VERSION } from './types/index.ts';

const NOTE = 'classifier.types';
/** Rows per transaction: the database is never busy for longer than a glance. */
const BATCH = 1000;

interface Sorted {
  readonly seq: number;
  readonly fr: string;
  readonly nl: string;
  readonly de: string;
  readonly modifiedOn: LocalDate;
}
const after = query<Sorted, { seq: number; limit: number }>(
  'classifier.rows',
  `SELECT seq, label_fr AS fr, label_nl AS nl, label_de AS de, modified_on AS modifiedOn FROM document WHERE seq > @seq ORDER BY seq LIMIT @limit`,
);
// What a person or a machine found out of the document itself stands above its type.
const sort = command<{
  seq: number;
  key: string;
  grp: DocumentGroup;
  urgent: number;
  legalDelay: number;
  en: string;
  known: number;
  dueOn: string | null;
}>(
  'classifier.sort',
  `UPDATE document SET label_key = @key, grp = @grp, urgent = @urgent, legal_delay = @legalDelay,
     label_en = CASE @known WHEN 1 THEN @en ELSE label_en END,
     indexed = CASE WHEN @known = 1 AND label_en <> @en THEN 0 ELSE indexed END,
     due_on = CASE WHEN due_by IS NULL OR due_by = 'label' THEN @dueOn ELSE due_on END,
     due_by = CASE WHEN due_by IS NULL OR due_by = 'label' THEN iif(@dueOn IS NULL, NULL, 'label') ELSE due_by END,
     version = version + 1
   WHERE seq = @seq AND (label_key <> @key OR grp <> @grp OR urgent <> @urgent OR legal_delay <> @legalDelay
     OR (@known = 1 AND label_en <> @en) OR ((due_by IS NULL OR due_by = 'label') AND due_on IS NOT @dueOn))`,
);

function sortRow(tx: Writer, row: Sorted, found: Classified): number {
  return tx.run(sort, {
    seq: row.seq,
    key: found.key,
    grp: found.group,
    urgent: found.urgent ? 1 : 0,
    legalDelay: found.legalDelay ? 1 : 0,
    en: found.label.en,
    // An unknown label keeps the English it came with.
    known: typeOfKey(found.key) ? 1 : 0,
    dueOn: found.dueIn && afterDelay(row.modifiedOn, found.dueIn),
  });
}

/**
 * Sorts what was filed under an older list of types anew. Cut short, it begins again at the next start.
 * @param breathe lets others come between two batches; `false` ends it
 * @returns how many rows changed
 */
export async function reclassify(db: Database, settings: SettingsStore, breathe: () => Promise<boolean>): Promise<number> {
  if (settings.note(db, NOTE) === TYPES_VERSION) return 0;
  const known = new Map<string, Classified>();
  let changed = 0;
  for (let seq = 0; ; ) {
    const rows = db.all(after, { seq, limit: BATCH });
    const last = rows.at(-1);
    if (!last) break;
    changed += db.write((tx) => {
      let count = 0;
      for (const row of rows) {
        const name = `${row.fr}|${row.nl}|${row.de}`;
        const found = known.get(name) ?? classifyWith(tx, { fr: row.fr, nl: row.nl, de: row.de, en: null });
        known.set(name, found);
        count += sortRow(tx, row, found);
      }
      return count;
    });
    seq = last.seq;
    if (!(await breathe())) return changed;
  }
  db.write((tx) => settings.setNote(tx, NOTE, TYPES_VERSION));
  return changed;
}
