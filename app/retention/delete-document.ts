import { command, type Writer } from '#app/platform/db/index.ts';
import { relationsOf } from './relations.ts';

/** Tables that tell what became of a document and stay when it is gone. */
const KEPT = /^(audit|deletion_item|retention_hold|archive_erasure)/;

/** Removes a document's row with all that belongs to it. What merely names it, as a return names its receipts, no longer does. */
export function deleteDocument(tx: Writer, seq: number, id: string): void {
  for (const { table, column, toTable, toColumn } of relationsOf(tx)) {
    if (toTable !== 'document' || KEPT.test(table)) continue;
    const value = toColumn === 'seq' ? seq : id;
    tx.run(command<{ value: string | number }>(`retention.delete.${table}`, `DELETE FROM "${table}" WHERE "${column}" = @value`), {
      value,
    });
  }
  tx.run(command<{ seq: number }>('retention.deleteDocument', 'DELETE FROM document WHERE seq = @seq'), { seq });
}
