import type { LocalDate } from '#shared/domain/local-date.ts';

/** How long an entry of the trail is kept, as it stands on a day. */
export interface AuditRetention {
  readonly from: LocalDate;
  /** Last day, `null`: still holds. */
  readonly until: LocalDate | null;
  /** What SPF asks for. */
  readonly minimumMonths: number;
  /** What the program keeps. */
  readonly keptMonths: number;
  readonly source: string;
}

export const AUDIT_RETENTION: readonly AuditRetention[] = [
  {
    from: '2020-01-01' as LocalDate,
    until: null,
    minimumMonths: 12,
    keptMonths: 24,
    source: 'SPF Finances, convention on the use of its web services: audit trail kept for at least 12 months, produced within 72 hours',
  },
];

export function retentionOn(day: LocalDate): AuditRetention {
  const rule = AUDIT_RETENTION.find(({ from, until }) => from <= day && (until === null || day <= until));
  return rule ?? AUDIT_RETENTION.at(-1)!;
}

/** The first day that is kept: the first of a month, so that pruning happens once a month at most. */
export function firstKeptDay(day: LocalDate): LocalDate {
  const { keptMonths, minimumMonths } = retentionOn(day);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - Math.max(keptMonths, minimumMonths);
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01` as LocalDate;
}
