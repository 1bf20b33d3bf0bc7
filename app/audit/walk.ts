import type { Reader } from '#app/platform/db/index.ts';
import { query } from '#app/platform/db/index.ts';
import type { AuditFault } from '#shared/contract/audit.ts';
import { GENESIS, isSame, link, seal } from './chain.ts';
import { nameFaults, type Place, type Suspect } from './faults.ts';
import { type AnchorRow, anchors, type ChainRow, CONTENT, headRow, lastAnchor, nextRows } from './rows.ts';

/** Faults beyond these are counted, not named. */
const MOST = 50;
/** How far before a suspect its true place is looked for. */
const LOOK_BACK = 8;

/** One walk along the whole chain, in steps, so that other work comes between. */
export interface Walk {
  /** @returns whether the end is reached; the head is looked at in the same step as the last row, so `reader` must see one moment */
  step(reader: Reader, limit: number): boolean;
  readonly seen: number;
  /** After the end. The last sound place, and what is wrong, the oldest first. */
  result(): { readonly last: Place; readonly faults: readonly AuditFault[] };
}

const rowAt = query<ChainRow, { seq: number }>('audit.at', `SELECT seq, ${CONTENT}, hash FROM audit WHERE seq = @seq`);
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const whole = (kind: 'truncated' | 'rewritten' | 'head' | 'anchor', more: Partial<AuditFault>): AuditFault => ({
  ...{ kind, seq: 0, count: 1, id: null, at: null, until: null },
  ...more,
});

export function walkChain(reader: Reader, key: Uint8Array): Walk {
  const holds = (kind: 'pruned' | 'verified', anchor: AnchorRow): boolean => isSame(anchor.mac, seal(key, kind, anchor));
  const pruned = reader.get(lastAnchor, { kind: 'pruned' });
  const sealed = reader.all(anchors, { kind: 'verified' });
  const faults: AuditFault[] = [];
  for (const kind of ['pruned', 'verified'] as const)
    for (const anchor of reader.all(anchors, { kind }))
      if (!holds(kind, anchor)) faults.push(whole('anchor', { seq: anchor.seq, at: iso(anchor.at) }));

  const suspects: Suspect[] = [];
  let beyond = 0;
  let seen = 0;
  let recent: Place[] = [{ seq: pruned?.seq ?? 0, hash: pruned?.hash ?? GENESIS }];
  let lastAt: number | null = pruned?.at ?? null;
  let nextSealed = sealed.findIndex(({ seq }) => seq > (pruned?.seq ?? 0));
  let soundUntil: number | null = null;
  let rewritten: AuditFault | null = null;

  const compareSealed = (row: ChainRow): void => {
    const anchor = sealed[nextSealed];
    if (!anchor || anchor.seq > row.seq) return;
    nextSealed += 1;
    if (anchor.seq === row.seq && row.hash && isSame(anchor.hash, row.hash)) soundUntil = anchor.at;
    else rewritten ??= whole('rewritten', { seq: row.seq, at: iso(soundUntil), until: iso(anchor.at) });
  };

  const take = (row: ChainRow): void => {
    const before = recent.at(-1)!;
    const gap = row.seq - before.seq - 1;
    if (gap > 0) faults.push({ kind: 'removed', seq: before.seq + 1, count: gap, id: null, at: iso(lastAt), until: iso(row.at) });
    // After a gap the hash of the row before is not known: its own is taken as it stands, and what follows is held to it.
    const follows = row.hash !== null && (gap > 0 || isSame(link(before.hash, row), row.hash));
    const previous = suspects.at(-1);
    if (previous?.row.seq === before.seq) previous.followed = follows;
    if (!follows) {
      if (suspects.length < MOST) suspects.push({ row, before: recent, followed: false });
      else beyond += 1;
    }
    compareSealed(row);
    recent = [...recent.slice(1 - LOOK_BACK), { seq: row.seq, hash: row.hash ?? before.hash }];
    lastAt = row.at;
    seen += 1;
  };

  const end = (reader: Reader): void => {
    const last = recent.at(-1)!;
    const head = reader.get(headRow);
    const named = nameFaults(suspects, (seq) => reader.get(rowAt, { seq }));
    faults.push(...named);
    if (beyond > 0) faults.push(whole('rewritten', { seq: last.seq, count: beyond, until: iso(lastAt) }));
    if (!head || !isSame(head.mac, seal(key, 'head', { seq: head.seq, hash: head.hash, at: 0, entries: 0 }))) {
      faults.push(whole('head', { seq: head?.seq ?? 0, at: iso(lastAt) }));
      return;
    }
    const missing = head.seq - last.seq;
    if (missing > 0 && isSame(head.hash, last.hash)) {
      // The end is the true one, so what is missing was taken out before it and the rest renumbered.
      const at = faults.findIndex(({ kind }) => kind === 'changed');
      const { until, ...gap } = faults[at] ?? whole('truncated', { at: iso(lastAt) });
      faults.splice(Math.max(at, 0), at < 0 ? 0 : 1, { ...gap, kind: 'removed', count: missing, id: null, until: until ?? gap.at });
    } else if (missing > 0) faults.push(whole('truncated', { seq: last.seq + 1, count: missing, at: iso(lastAt) }));
    else if (missing < 0) {
      for (const row of reader.all(nextRows, { after: head.seq, limit: MOST }))
        faults.push({ kind: 'inserted', seq: row.seq, count: 1, id: row.id, at: iso(row.at), until: null });
    } else if (!isSame(head.hash, last.hash) && faults.length === 0)
      rewritten ??= whole('rewritten', { seq: last.seq, at: iso(soundUntil), until: iso(lastAt) });
    if (faults.length === 0 && rewritten) faults.push(rewritten);
  };

  return {
    step: (reader, limit) => {
      const rows = reader.all(nextRows, { after: recent.at(-1)!.seq, limit });
      for (const row of rows) take(row);
      if (rows.length === limit) return false;
      end(reader);
      return true;
    },
    get seen() {
      return seen;
    },
    result: () => ({ last: recent.at(-1)!, faults: faults.sort((a, b) => a.seq - b.seq).slice(0, MOST) }),
  };
}
