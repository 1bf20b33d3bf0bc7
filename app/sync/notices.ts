import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import { command, query, type Writer } from '#app/platform/db/index.ts';
import type { Consent } from '#shared/contract/identity.ts';
import type { Notice } from '#shared/contract/sync.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { addDays } from '#shared/domain/local-date.ts';
import { LEAVING_DAYS } from './priorities.ts';
import { runs } from './runs.ts';
import { oldestOn } from './watermark.ts';

const DAY_MS = 86_400_000;
/** No success for this long, while connected, is worth telling. */
const FAILING_MS = DAY_MS;
const ENDING_MS = 2 * DAY_MS;
/** So many documents are told one by one; more are one notice with their number, as after a first load. */
const ONE_BY_ONE = 3;

interface Subject {
  readonly subject: string;
  readonly documentId: string | null;
  readonly fr: string | null;
  readonly nl: string | null;
  readonly de: string | null;
  readonly en: string | null;
  readonly clientName: string | null;
}

const DOCUMENT = `SELECT d.id AS subject, d.id AS documentId, d.label_fr AS fr, d.label_nl AS nl, d.label_de AS de, d.label_en AS en,
  c.name AS clientName FROM document d LEFT JOIN client c ON c.id = d.client_id`;
const UNTOLD = (kind: string, subject: string): string =>
  `NOT EXISTS (SELECT 1 FROM notice n WHERE n.kind = '${kind}' AND n.subject = ${subject})`;
const demands = query<Subject, { oldest: string }>(
  'notices.demands',
  `${DOCUMENT} WHERE d.urgent = 1 AND d.work <> 'done' AND d.seen_at IS NULL AND d.modified_on >= @oldest AND ${UNTOLD('demand', 'd.id')}
   ORDER BY d.modified_on DESC, d.seq DESC`,
);
const leaving = query<Subject, { oldest: string; before: string }>(
  'notices.leaving',
  `${DOCUMENT} WHERE d.archive IN ('waiting', 'damaged', 'refused') AND d.modified_on BETWEEN @oldest AND @before
   AND ${UNTOLD('leaving', 'd.id')} ORDER BY d.modified_on, d.seq`,
);
const gaps = query<Subject>(
  'notices.gaps',
  `SELECT g.id AS subject, NULL AS documentId, NULL AS fr, NULL AS nl, NULL AS de, NULL AS en, c.name AS clientName
   FROM gap g LEFT JOIN client c ON c.enterprise_number = iif(g.owner = '', g.enterprise, g.owner)
   WHERE g.acknowledged_at IS NULL AND ${UNTOLD('gap', 'g.id')} ORDER BY g.from_day`,
);
const told = query<{ id: string }, { kind: string; subject: string }>(
  'notices.told',
  'SELECT id FROM notice WHERE kind = @kind AND subject = @subject',
);
const tell = command<{ id: string; kind: string; subject: string; at: number }>(
  'notices.tell',
  'INSERT OR IGNORE INTO notice (id, kind, subject, told_at) VALUES (@id, @kind, @subject, @at)',
);

const plain = (subject: string, clientName: string | null): Subject => ({
  ...{ subject, clientName, documentId: null, fr: null, nl: null, de: null, en: null },
});

export interface NoticesDeps {
  readonly clients: Clients;
  readonly consents: () => readonly Consent[];
  /** The day by SPF's own clock. */
  readonly day: () => LocalDate;
}

/** What a person should hear of and has not been told yet; whoever asks tells it, and it is not answered a second time. */
export function takeNotices({ db, id, now }: Context, { clients, consents, day }: NoticesDeps): Notice[] {
  const noticeOf = (tx: Writer, kind: Notice['kind'], about: readonly Subject[]): Notice => {
    const [first] = about as [Subject];
    const noticeId = id();
    for (const { subject } of about) tx.run(tell, { id: subject === first.subject ? noticeId : id(), kind, subject, at: now() });
    const { documentId, clientName, fr, nl, de, en } = first;
    const isOne = about.length === 1;
    return {
      id: noticeId,
      kind,
      count: about.length,
      documentId: isOne ? documentId : null,
      label: isOne && fr !== null && nl !== null && de !== null && en !== null ? { fr, nl, de, en } : null,
      clientName: isOne ? clientName : null,
    };
  };
  const together = (tx: Writer, kind: Notice['kind'], about: readonly Subject[]): Notice[] =>
    about.length === 0 ? [] : [noticeOf(tx, kind, about)];

  const ending = (tx: Writer, active: readonly Consent[]): Subject[] =>
    active.flatMap(({ id: consentId, expiresAt, enterpriseNumber }) => {
      if (expiresAt === null || Date.parse(expiresAt) - now() > ENDING_MS) return [];
      const subject = `${consentId}/${expiresAt.slice(0, 10)}`;
      return tx.get(told, { kind: 'consentEnding', subject }) ? [] : [plain(subject, clients.byNumber(tx, enterpriseNumber)?.name ?? null)];
    });

  /** One telling for each stretch without success. */
  const failing = (tx: Writer, active: readonly Consent[]): Subject[] => {
    if (active.length === 0 || runs.failures(tx).count === 0) return [];
    const since = runs.lastGood(tx) ?? Math.min(...active.map(({ grantedAt }) => (grantedAt === null ? now() : Date.parse(grantedAt))));
    const subject = String(since);
    return now() - since < FAILING_MS || tx.get(told, { kind: 'syncFailing', subject }) ? [] : [plain(subject, null)];
  };

  const active = consents().filter(({ state }) => state === 'active');
  return db.write((tx) => {
    const oldest = oldestOn(day());
    const urgent = tx.all(demands, { oldest });
    const lost = tx.all(leaving, { oldest, before: addDays(oldest, LEAVING_DAYS) });
    return [
      ...(urgent.length > ONE_BY_ONE ? together(tx, 'demand', urgent) : urgent.map((each) => noticeOf(tx, 'demand', [each]))),
      ...together(tx, 'leaving', lost),
      ...together(tx, 'syncFailing', failing(tx, active)),
      ...together(tx, 'consentEnding', ending(tx, active)),
      ...together(tx, 'gap', tx.all(gaps)),
    ];
  });
}
