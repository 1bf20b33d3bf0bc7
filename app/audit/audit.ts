import { type Database, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import { type Content, GENESIS, isSame, link, seal } from './chain.ts';
import { anyChained, chainRow, type HeadRow, headRow, insertRow, lastRow, moveHead, nextRows, putHead } from './rows.ts';

export interface AuditEntry {
  /** `sync.finished`, `filing.accepted`, `document.read`, `api.mmf.search`, …; shown entries are worded by `activity.<kind>`. */
  readonly kind: string;
  /** When it happened, epoch milliseconds; left out for now. */
  readonly at?: number | undefined;
  /** Local user; left out for what the program does by itself. */
  readonly userId?: string | null | undefined;
  readonly clientId?: string | null | undefined;
  /** The document, return, consent or user concerned. */
  readonly subjectId?: string | null | undefined;
  readonly correlationId?: string | null | undefined;
  /** HTTP status of an API call. */
  readonly status?: number | null | undefined;
  /** How long an API call took, to the end of its answer. */
  readonly durationMs?: number | null | undefined;
  /** Size of the answer of an API call. */
  readonly bytes?: number | null | undefined;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  /** Listed in Activity; API calls and consultations are kept but not listed. */
  readonly shown?: boolean | undefined;
}

export interface AuditRow {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly userId: string | null;
  readonly clientId: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Audit {
  /** Inside the transaction of what it tells, so that both or neither are true. */
  append(tx: Writer, entry: AuditEntry): void;
  /** Newest first. @param before id of the last row seen */
  listShown(reader: Reader, before: string | null, limit: number): AuditRow[];
  /** What happened to one document, return or consent, oldest first. */
  about(reader: Reader, subjectId: string): AuditRow[];
}

type Stored = Omit<AuditRow, 'params'> & { readonly params: string };
const COLUMNS = 'id, at, kind, user_id AS userId, client_id AS clientId, params';
const PAGE = 5_000;

const shownRows = query<Stored, { before: string; limit: number }>(
  'audit.shown',
  `SELECT ${COLUMNS} FROM audit WHERE shown = 1 AND id < @before ORDER BY id DESC LIMIT @limit`,
);
const subjectRows = query<Stored, { subjectId: string }>(
  'audit.about',
  `SELECT ${COLUMNS} FROM audit WHERE subject_id = @subjectId ORDER BY seq`,
);

const parse = (row: Stored): AuditRow => ({ ...row, params: JSON.parse(row.params) as AuditRow['params'] });
const headOf = (key: Uint8Array, { seq, hash }: Pick<HeadRow, 'seq' | 'hash'>): Buffer =>
  seal(key, 'head', { seq, hash, at: 0, entries: 0 });

/** @param key of the purpose `audit`, under which the chain's end is sealed */
export function createAudit(id: () => string, now: () => number, key: Uint8Array): Audit {
  /** Where the chain stands in a transaction under way; a seal somebody else set is never made good by a new one. */
  const open = new WeakMap<Writer, { seq: number; hash: Uint8Array; last: number }>();

  /** The chain goes on where the seal says, not where the table ends: what was cut off stays missing. */
  const placeIn = (tx: Writer): { seq: number; hash: Uint8Array; last: number } => {
    const known = open.get(tx);
    if (known) return known;
    const head = tx.get(headRow);
    const before = head ?? tx.get(lastRow);
    const place = { seq: before?.seq ?? 0, hash: before?.hash ?? GENESIS, last: head?.last ?? before?.seq ?? 0 };
    open.set(tx, place);
    if (head) {
      const isOurs = isSame(head.mac, headOf(key, head));
      // Once for all entries of the transaction.
      tx.atEnd('audit.head', () => {
        const { seq, hash } = place;
        tx.run(moveHead, { seq, hash, mac: isOurs ? headOf(key, place) : head.mac });
      });
    }
    return place;
  };

  const extend = (tx: Writer, content: Content): void => {
    const place = placeIn(tx);
    // A number taken by a row that is none of ours is left to it; the verification names it.
    const seq = Math.max(place.seq, place.last) + 1;
    const hash = link(place.hash, content);
    tx.run(insertRow, { seq, ...content, hash });
    Object.assign(place, { seq, hash, last: seq });
  };

  return {
    append: (tx, entry) =>
      extend(tx, {
        id: id(),
        at: entry.at ?? now(),
        kind: entry.kind,
        userId: entry.userId ?? null,
        clientId: entry.clientId ?? null,
        subjectId: entry.subjectId ?? null,
        correlationId: entry.correlationId ?? null,
        status: entry.status ?? null,
        durationMs: entry.durationMs ?? null,
        bytes: entry.bytes ?? null,
        params: JSON.stringify(entry.params ?? {}),
        shown: entry.shown ? 1 : 0,
      }),
    // '~' sorts after every hexadecimal digit.
    listShown: (reader, before, limit) => reader.all(shownRows, { before: before ?? '~', limit }).map(parse),
    about: (reader, subjectId) => reader.all(subjectRows, { subjectId }).map(parse),
  };
}

/** Sets the seal of a new trail and chains the rows of a profile that had none; once, all or nothing. */
export function beginChain(db: Database, key: Uint8Array): void {
  if (db.get(headRow) || db.get(anyChained)) return;
  db.write((tx) => {
    if (tx.get(headRow)) return;
    let head: Pick<HeadRow, 'seq' | 'hash'> = { seq: 0, hash: GENESIS };
    for (let page = tx.all(nextRows, { after: 0, limit: PAGE }); page.length > 0; ) {
      for (const row of page) {
        head = { seq: row.seq, hash: link(head.hash, row) };
        tx.run(chainRow, head);
      }
      page = tx.all(nextRows, { after: head.seq, limit: PAGE });
    }
    tx.run(putHead, { ...head, mac: headOf(key, head) });
  });
}
