import { createHash } from 'node:crypto';
import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import { findEnterpriseNumber } from '#app/tables/enterprise-number.ts';
import { plain } from '#app/tables/plain.ts';
import { type VatMapping, zVatMapping } from '#shared/contract/vat-tables.ts';
import type { VatTable } from './find-table.ts';
import { readPeriod } from './periods.ts';

const known = query<{ mapping: string }, { fingerprint: string }>(
  'vatTable.mapping',
  'SELECT mapping FROM vat_mapping WHERE fingerprint = @fingerprint',
);
const keep = command<{ fingerprint: string; mapping: string; now: number }>(
  'vatTable.keepMapping',
  `INSERT INTO vat_mapping (fingerprint, mapping, used_at) VALUES (@fingerprint, @mapping, @now)
   ON CONFLICT (fingerprint) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`,
);

/** A heading without what changes from one export to the next. */
function lasting(heading: string): string {
  if (readPeriod(heading)) return '<period>';
  return findEnterpriseNumber(heading) ? '<number>' : plain(heading);
}

/** The shape of a table: its headings in their order, with the number of columns. No client's data goes in. */
export function fingerprintOf({ headings }: VatTable): string {
  return createHash('sha256')
    .update(JSON.stringify([headings.length, ...headings.map(lasting)]))
    .digest('hex');
}

/** How tables of a shape were read the last time. */
export const mappings = {
  of: (db: Reader, table: VatTable): VatMapping | null => {
    const row = db.get(known, { fingerprint: fingerprintOf(table) });
    const parsed = row ? zVatMapping.safeParse(JSON.parse(row.mapping)) : null;
    return parsed?.success ? parsed.data : null;
  },
  keep: (tx: Writer, table: VatTable, mapping: VatMapping, now: number): void => {
    tx.run(keep, { fingerprint: fingerprintOf(table), mapping: JSON.stringify(mapping), now });
  },
};
