import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';

export interface AuditEntry {
  /** `sync.finished`, `filing.accepted`, `document.read`, `api.mmf.search`, …; shown entries are worded by `activity.<kind>`. */
  readonly kind: string;
  /** Local user; left out for what the program does by itself. */
  readonly userId?: string | null | undefined;
  readonly clientId?: string | null | undefined;
  /** The document, return or consent concerned. */
  readonly subjectId?: string | null | undefined;
  readonly correlationId?: string | null | undefined;
  /** HTTP status of an API call. */
  readonly status?: number | null | undefined;
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

const insert = command<{
  id: string;
  at: number;
  kind: string;
  userId: string | null;
  clientId: string | null;
  subjectId: string | null;
  correlationId: string | null;
  status: number | null;
  params: string;
  shown: number;
}>(
  'audit.append',
  `INSERT INTO audit (id, at, kind, user_id, client_id, subject_id, correlation_id, status, params, shown)
   VALUES (@id, @at, @kind, @userId, @clientId, @subjectId, @correlationId, @status, @params, @shown)`,
);
const shownRows = query<Stored, { before: string; limit: number }>(
  'audit.shown',
  `SELECT ${COLUMNS} FROM audit WHERE shown = 1 AND id < @before ORDER BY id DESC LIMIT @limit`,
);
const subjectRows = query<Stored, { subjectId: string }>(
  'audit.about',
  `SELECT ${COLUMNS} FROM audit WHERE subject_id = @subjectId ORDER BY id`,
);

const parse = (row: Stored): AuditRow => ({ ...row, params: JSON.parse(row.params) as AuditRow['params'] });

export function createAudit(id: () => string, now: () => number): Audit {
  return {
    append: (tx, entry) => {
      tx.run(insert, {
        id: id(),
        at: now(),
        kind: entry.kind,
        userId: entry.userId ?? null,
        clientId: entry.clientId ?? null,
        subjectId: entry.subjectId ?? null,
        correlationId: entry.correlationId ?? null,
        status: entry.status ?? null,
        params: JSON.stringify(entry.params ?? {}),
        shown: entry.shown ? 1 : 0,
      });
    },
    // '~' sorts after every hexadecimal digit.
    listShown: (reader, before, limit) => reader.all(shownRows, { before: before ?? '~', limit }).map(parse),
    about: (reader, subjectId) => reader.all(subjectRows, { subjectId }).map(parse),
  };
}
