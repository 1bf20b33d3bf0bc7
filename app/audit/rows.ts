import { command, query } from '#app/platform/db/index.ts';
import type { Content } from './chain.ts';

/** A row with its place in the chain; `hash` is NULL only between the step of the schema and the start that chains it. */
export interface ChainRow extends Content {
  readonly seq: number;
  readonly hash: Uint8Array | null;
}
export interface HeadRow {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly mac: Uint8Array;
}
export interface AnchorRow extends HeadRow {
  readonly at: number;
  readonly entries: number;
}
export type AnchorKind = 'pruned' | 'verified';

export const CONTENT = `id, at, kind, user_id AS userId, client_id AS clientId, subject_id AS subjectId, correlation_id AS correlationId,
  status, duration_ms AS durationMs, bytes, params, shown`;

export const insertRow = command<{
  seq: number;
  id: string;
  at: number;
  kind: string;
  userId: string | null;
  clientId: string | null;
  subjectId: string | null;
  correlationId: string | null;
  status: number | null;
  durationMs: number | null;
  bytes: number | null;
  params: string;
  shown: number;
  hash: Uint8Array;
}>(
  'audit.append',
  `INSERT INTO audit (seq, id, at, kind, user_id, client_id, subject_id, correlation_id, status, duration_ms, bytes, params, shown, hash)
   VALUES (@seq, @id, @at, @kind, @userId, @clientId, @subjectId, @correlationId, @status, @durationMs, @bytes, @params, @shown, @hash)`,
);
export const chainRow = command<{ seq: number; hash: Uint8Array }>(
  'audit.chain',
  'UPDATE audit SET hash = @hash WHERE seq = @seq AND hash IS NULL',
);
/** The next rows of the chain, the oldest first. */
export const nextRows = query<ChainRow, { after: number; limit: number }>(
  'audit.next',
  `SELECT seq, ${CONTENT}, hash FROM audit WHERE seq > @after ORDER BY seq LIMIT @limit`,
);
export const lastRow = query<{ seq: number; hash: Uint8Array | null }>(
  'audit.last',
  'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
);
export const anyChained = query<{ seq: number }>('audit.anyChained', 'SELECT seq FROM audit WHERE hash IS NOT NULL LIMIT 1');
/** From the two ends, since numbers have no gaps: counting would read the whole table at every look. */
export const span = query<{ entries: number; firstAt: number | null; lastAt: number | null }>(
  'audit.span',
  `SELECT coalesce((SELECT max(seq) FROM audit) - (SELECT min(seq) FROM audit) + 1, 0) AS entries,
     (SELECT at FROM audit ORDER BY seq LIMIT 1) AS firstAt, (SELECT at FROM audit ORDER BY seq DESC LIMIT 1) AS lastAt`,
);
/** `last`: the number of the last row there is, which is the head's unless somebody was at work. */
export const headRow = query<HeadRow & { readonly last: number | null }>(
  'audit.head',
  'SELECT seq, hash, mac, (SELECT max(seq) FROM audit) AS last FROM audit_head',
);
export const putHead = command<{ seq: number; hash: Uint8Array; mac: Uint8Array }>(
  'audit.putHead',
  'INSERT INTO audit_head (one, seq, hash, mac) VALUES (1, @seq, @hash, @mac)',
);
export const moveHead = command<{ seq: number; hash: Uint8Array; mac: Uint8Array }>(
  'audit.moveHead',
  'UPDATE audit_head SET seq = @seq, hash = @hash, mac = @mac WHERE one = 1',
);
export const putAnchor = command<{ kind: string; seq: number; hash: Uint8Array; at: number; entries: number; mac: Uint8Array }>(
  'audit.putAnchor',
  `INSERT INTO audit_anchor (kind, seq, hash, at, entries, mac) VALUES (@kind, @seq, @hash, @at, @entries, @mac)
   ON CONFLICT DO NOTHING`,
);
export const lastAnchor = query<AnchorRow, { kind: string }>(
  'audit.lastAnchor',
  'SELECT seq, hash, at, entries, mac FROM audit_anchor WHERE kind = @kind ORDER BY seq DESC LIMIT 1',
);
export const anchors = query<AnchorRow, { kind: string }>(
  'audit.anchors',
  'SELECT seq, hash, at, entries, mac FROM audit_anchor WHERE kind = @kind ORDER BY seq',
);
