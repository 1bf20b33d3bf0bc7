import type { Context } from '#app/core/context.ts';
import { type Query, query, type Reader } from '#app/platform/db/index.ts';
import { AUDIT_GROUPS, type AuditEntryView, type AuditGroup, type AuditReport } from '#shared/contract/audit.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { CONSULTATIONS, groupCondition, groupOf } from './groups.ts';
import { brusselsMidnight } from './midnight.ts';
import type { ChainRow } from './rows.ts';

/** A row with what its identifiers stand for today. */
export interface NamedRow extends ChainRow {
  readonly userName: string | null;
  readonly clientName: string | null;
  readonly clientNumber: string | null;
  /** SPF's own identifier of the document concerned. */
  readonly documentUuid: string | null;
  readonly fr: string | null;
  readonly nl: string | null;
  readonly de: string | null;
  readonly en: string | null;
}

const NAMED = `SELECT a.seq, a.id, a.at, a.kind, a.user_id AS userId, a.client_id AS clientId, a.subject_id AS subjectId,
    a.correlation_id AS correlationId, a.status, a.duration_ms AS durationMs, a.bytes, a.params, a.shown, a.hash,
    u.name AS userName, c.name AS clientName, c.enterprise_number AS clientNumber, d.uuid AS documentUuid,
    d.label_fr AS fr, d.label_nl AS nl, d.label_de AS de, d.label_en AS en
  FROM audit a LEFT JOIN user u ON u.id = a.user_id LEFT JOIN document d ON d.id = a.subject_id
    LEFT JOIN client c ON c.id = coalesce(a.client_id, d.client_id)`;

type Listed = { from: number; until: number; before: number; limit: number; userId: string | null; clientId: string | null };
const listOf = (group: AuditGroup | null): Query<NamedRow, Listed> =>
  query(
    `audit.list.${group ?? 'all'}`,
    `${NAMED} WHERE a.seq < @before AND a.at >= @from AND a.at < @until AND (@userId IS NULL OR a.user_id = @userId)
       AND (@clientId IS NULL OR a.client_id = @clientId) ${group ? `AND ${groupCondition(group)}` : ''} ORDER BY a.seq DESC LIMIT @limit`,
  );
const LISTS = new Map([null, ...AUDIT_GROUPS].map((group) => [group, listOf(group)] as const));

type Paged = { after: number; from: number; until: number; limit: number };
const PAGES: Readonly<Record<AuditReport, Query<NamedRow, Paged>>> = {
  trail: query('audit.page.trail', `${NAMED} WHERE a.seq > @after AND a.at >= @from AND a.at < @until ORDER BY a.seq LIMIT @limit`),
  consultations: query(
    'audit.page.consultations',
    `${NAMED} WHERE a.seq > @after AND a.at >= @from AND a.at < @until AND a.kind IN (${CONSULTATIONS.map((kind) => `'${kind}'`).join(', ')})
     ORDER BY a.seq LIMIT @limit`,
  ),
};
const first = query<{ seq: number | null }, { from: number }>('audit.first', 'SELECT min(seq) AS seq FROM audit WHERE at >= @from');

export interface Days {
  readonly from: LocalDate | string;
  readonly until: LocalDate | string;
}
const instants = ({ from, until }: Days): { from: number; until: number } => ({
  from: brusselsMidnight(from as LocalDate),
  until: brusselsMidnight(addDays(until as LocalDate, 1)),
});

/** Rows of a report, the oldest first, a page at a time. */
export function* reportPages(reader: Reader, report: AuditReport, days: Days, limit: number): Generator<readonly NamedRow[]> {
  const { from, until } = instants(days);
  let after = (reader.get(first, { from })?.seq ?? 1) - 1;
  for (;;) {
    const rows = reader.all(PAGES[report], { after, from, until, limit });
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
    after = rows.at(-1)!.seq;
  }
}

/** Belgian national numbers (11 digits whose last two check the rest, for births before and since 2000) in a text of ours. */
const NATIONAL = /(?<!\d)(\d{2})[. ]?(\d{2})[. ]?(\d{2})[- .]?(\d{3})[. -]?(\d{2})(?!\d)/g;
const isNational = (digits: string): boolean => {
  const check = Number(digits.slice(9));
  const base = Number(digits.slice(0, 9));
  return 97 - (base % 97) === check || 97 - ((2_000_000_000 + base) % 97) === check;
};
export const withoutNationalNumbers = (text: string): string =>
  text.replace(NATIONAL, (found) => (isNational(found.replace(/\D/g, '')) ? '***' : found));

/** What an entry says beside its kind; never a national number, whoever put one there. */
export const paramsOf = ({ params }: Pick<ChainRow, 'params'>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(JSON.parse(params) as Record<string, string | number>).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutNationalNumbers(value) : value,
    ]),
  );

export function viewOf(row: NamedRow, locale: Locale): AuditEntryView {
  const { seq, id, at, kind, clientName, correlationId, status, durationMs, bytes, userName } = row;
  const label = row[locale];
  return {
    ...{ seq, id, kind, clientName, correlationId, status, durationMs, bytes },
    at: new Date(at).toISOString(),
    group: groupOf(kind),
    who: userName,
    subject: label === null ? null : withoutNationalNumbers(label),
    params: paramsOf(row),
  };
}

export function listEntries({ db, settings }: Pick<Context, 'db' | 'settings'>, input: Parsed<'audit.list'>): Output<'audit.list'> {
  const { before, limit, group, userId, clientId } = input;
  const asked = {
    before: before ?? Number.MAX_SAFE_INTEGER,
    limit,
    userId: userId ?? null,
    clientId: clientId ?? null,
    ...instants(input),
  };
  const { locale } = settings.get();
  return { entries: db.all(LISTS.get(group ?? null)!, asked).map((row) => viewOf(row, locale)) };
}
