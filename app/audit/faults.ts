import type { AuditFault } from '#shared/contract/audit.ts';
import { isSame, link } from './chain.ts';
import type { ChainRow } from './rows.ts';

/** A place of the chain: the hash a row of it has. */
export interface Place {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** A row that does not follow from the row before it. */
export interface Suspect {
  readonly row: ChainRow;
  /** The places before it, the nearest last. */
  readonly before: readonly Place[];
  /** Whether the row after it follows from it. */
  followed: boolean;
}

const faultOf = (kind: AuditFault['kind'], row: Pick<ChainRow, 'seq' | 'id' | 'at'>): AuditFault => ({
  kind,
  seq: row.seq,
  count: 1,
  id: row.id,
  at: new Date(row.at).toISOString(),
  until: null,
});

/**
 * What happened to rows that break the chain. A row whose hash follows from another place than the one before it is whole: it was moved,
 * or what stands between was put in. A row that follows from none was changed.
 * @param rowAt the row of a number
 */
export function nameFaults(suspects: readonly Suspect[], rowAt: (seq: number) => ChainRow | undefined): AuditFault[] {
  const places = suspects.flatMap(({ row, before }) => [
    ...before,
    ...(row.hash ? [{ seq: row.seq, hash: row.hash }] : []),
    // The hash the row should have: what follows from it is whole when only the hash was touched.
    { seq: row.seq, hash: link(before.at(-1)!.hash, row) },
  ]);
  const origins = new Map<number, Place | undefined>();
  for (const { row } of suspects) {
    const { hash } = row;
    origins.set(row.seq, hash ? places.find((place) => isSame(link(place.hash, row), hash)) : undefined);
  }
  const foreign = new Set<number>();
  const skipped = new Set<number>();
  for (const { row, before } of suspects) {
    const origin = origins.get(row.seq);
    if (!origin || !before.some(({ seq }) => seq === origin.seq)) continue;
    const between = before.filter(({ seq }) => seq > origin.seq).map(({ seq }) => seq);
    // Rows that follow from somewhere else were moved, not put in.
    if (between.length === 0 || between.some((seq) => origins.get(seq) !== undefined)) continue;
    skipped.add(row.seq);
    for (const seq of between) foreign.add(seq);
  }
  const faults: AuditFault[] = [];
  for (const seq of foreign) {
    const row = rowAt(seq);
    if (row) faults.push(faultOf('inserted', row));
  }
  for (const { row, followed } of suspects) {
    if (foreign.has(row.seq) || skipped.has(row.seq)) continue;
    if (origins.get(row.seq) === undefined) faults.push(faultOf('changed', row));
    // What follows from it stands after it still: another row was moved, and this one only comes after the gap.
    else if (!followed) faults.push(faultOf('swapped', row));
  }
  return faults.sort((a, b) => a.seq - b.seq);
}
