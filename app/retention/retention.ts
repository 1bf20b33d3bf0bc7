import type { Context } from '#app/core/context.ts';
import type { Handlers, Parsed } from '#shared/contract/index.ts';
import type { RetentionStatus } from '#shared/contract/retention.ts';
import { DOCUMENT_GROUPS, type DocumentGroup } from '#shared/domain/document-groups.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { createClientExport } from './client-export.ts';
import { createEraser, type EraseDeps } from './erase.ts';
import { type DueOf, type DueRow, retentionRows } from './rows.ts';
import { dueOn, keptUntilOf, RULES } from './rules.ts';

type Methods =
  | 'retention.status'
  | 'retention.hold'
  | 'retention.ofDocument'
  | 'retention.lift'
  | 'retention.propose'
  | 'retention.items'
  | 'retention.approve'
  | 'retention.reject'
  | 'retention.exportClient';

export interface Retention {
  readonly handlers: Handlers<Methods>;
  /** How many parts of a file of the archive were erased. @param file relative to the profile */
  erasedIn(file: string): number;
  /** Goes on with an approved deletion that an ended process had begun. */
  resume(): void;
  /** Waits for the deletion under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * How long documents are kept, what is held beyond that, and the only way in which one is ever deleted: listed by one person, approved by another
 * who is a partner.
 */
export function createRetention(context: Context, deps: EraseDeps): Retention {
  const { db, audit, events, ports, users, id, now, today } = context;
  const erase = createEraser(context, deps);
  let closing = false;
  let work: Promise<void> = Promise.resolve();

  /** What may hold documents past their time, group by group and rule by rule. */
  const dueOf = (): DueOf[] =>
    DOCUMENT_GROUPS.flatMap((grp) => dueOn(grp, today()).flatMap(({ from, due }) => (from <= due ? [{ grp, from, through: due }] : [])));
  const dueRows = (): DueRow[] => dueOf().flatMap((of) => retentionRows.due(db, of));
  const nextOn = (): LocalDate | null => {
    const days = DOCUMENT_GROUPS.flatMap((group) =>
      dueOn(group, today()).flatMap(({ from, due, until }) => {
        const oldest = retentionRows.oldest(db, group, due < from ? addDays(from, -1) : due, until);
        return oldest === null ? [] : [keptUntilOf(group, oldest as LocalDate)];
      }),
    );
    return days.sort()[0] ?? null;
  };
  const iso = (at: number): string => new Date(at).toISOString();

  const status = (): RetentionStatus => {
    const user = users.current();
    return {
      rules: [...RULES],
      due: dueOf().reduce((sum, of) => sum + retentionRows.dueCount(db, of), 0),
      nextOn: nextOn(),
      holds: retentionRows.holds(db).map((hold) => ({ ...hold, placedBy: users.nameOf(hold.placedBy), placedAt: iso(hold.placedAt) })),
      jobs: retentionRows.jobs(db).map((job) => ({
        ...job,
        proposedBy: users.nameOf(job.proposedBy),
        proposedAt: iso(job.proposedAt),
        decidedBy: users.nameOf(job.decidedBy),
        decidedAt: job.decidedAt === null ? null : iso(job.decidedAt),
        mayApprove: job.state === 'proposed' && user.role === 'partner' && user.id !== job.proposedBy,
      })),
    };
  };
  const changed = (): RetentionStatus => {
    events.publish('retention');
    events.publish('activity');
    return status();
  };

  const run = async (jobId: string, approvedBy: string | null): Promise<void> => {
    for (const item of retentionRows.items(db, jobId)) {
      if (closing) return;
      if (item.state !== 'listed') continue;
      await erase(jobId, item, approvedBy);
      events.publish('documents');
    }
    db.write((tx) => {
      retentionRows.finish(tx, jobId);
      const { erased = 0, kept = 0 } = retentionRows.jobs(tx).find((job) => job.id === jobId) ?? {};
      audit.append(tx, { kind: 'retention.done', userId: approvedBy, subjectId: jobId, params: { erased, kept }, shown: true });
    });
    changed();
  };
  /** One after the other; what fails stays approved and is taken up again at the next start. */
  const begin = (jobId: string, approvedBy: string | null): void => {
    work = work
      .then(() => run(jobId, approvedBy))
      .catch((error: unknown) =>
        ports.log.write('error', 'retention.stopped', { code: error instanceof GuichetError ? error.code : 'internal' }),
      );
  };

  const jobOf = (jobId: string) => {
    const job = retentionRows.jobs(db).find((one) => one.id === jobId);
    if (!job) throw new GuichetError('retention.unknown');
    if (job.state !== 'proposed') throw new GuichetError('retention.decided');
    return job;
  };

  const hold = ({ clientId, documentId, reason }: Parsed<'retention.hold'>): RetentionStatus => {
    const known = retentionRows.known(db, clientId ?? documentId ?? '');
    if (clientId === undefined ? !known.document : !known.client) throw new GuichetError('retention.unknown');
    const by = users.current().id;
    const row = { id: id(), clientId: clientId ?? null, documentId: documentId ?? null, reason, by, at: now() };
    db.write((tx) => {
      retentionRows.addHold(tx, row);
      audit.append(tx, { kind: 'retention.held', userId: by, clientId: row.clientId, subjectId: row.documentId, shown: true });
    });
    return changed();
  };

  return {
    handlers: {
      'retention.status': status,
      'retention.hold': hold,
      'retention.ofDocument': ({ documentId }) => {
        const found = retentionRows.document(db, documentId);
        if (!found) throw new GuichetError('retention.unknown');
        return {
          holds: retentionRows.holdsOf(db, documentId).map((one) => ({
            ...one,
            placedBy: users.nameOf(one.placedBy),
            placedAt: iso(one.placedAt),
            liftedBy: users.nameOf(one.liftedBy),
            liftedAt: one.liftedAt === null ? null : iso(one.liftedAt),
          })),
          keptUntil: keptUntilOf(found.grp as DocumentGroup, found.modifiedOn as LocalDate),
        };
      },
      'retention.lift': ({ id: holdId }) => {
        const by = users.current().id;
        const found = retentionRows.holds(db).find((one) => one.id === holdId);
        if (!found) throw new GuichetError('retention.unknown');
        db.write((tx) => {
          retentionRows.liftHold(tx, holdId, by, now());
          audit.append(tx, { kind: 'retention.lifted', userId: by, clientId: found.clientId, subjectId: found.documentId, shown: true });
        });
        return changed();
      },
      'retention.propose': () => {
        if (retentionRows.jobs(db).some(({ state }) => state === 'proposed' || state === 'approved'))
          throw new GuichetError('retention.pending');
        const rows = dueRows();
        if (rows.length === 0) throw new GuichetError('retention.nothingDue');
        const by = users.current().id;
        const jobId = id();
        db.write((tx) => {
          retentionRows.addJob(tx, jobId, by, now());
          for (const row of rows) retentionRows.addItem(tx, jobId, row, keptUntilOf(row.grp as DocumentGroup, row.modifiedOn as LocalDate));
          audit.append(tx, { kind: 'retention.proposed', userId: by, subjectId: jobId, params: { documents: rows.length }, shown: true });
        });
        return changed();
      },
      'retention.items': ({ id: jobId }) => ({
        items: retentionRows.items(db, jobId).map(({ clientId: _, grp, label, copies, modifiedOn, keptUntil: until, ...item }) => ({
          ...item,
          group: grp as DocumentGroup,
          label: JSON.parse(label) as { fr: string; nl: string; de: string; en: string },
          modifiedOn: modifiedOn as LocalDate,
          keptUntil: until as LocalDate,
          copies: JSON.parse(copies) as string[],
        })),
      }),
      'retention.approve': ({ id: jobId }) => {
        const job = jobOf(jobId);
        const user = users.current();
        if (user.role !== 'partner') throw new GuichetError('retention.partner');
        if (user.id === job.proposedBy) throw new GuichetError('retention.samePerson');
        db.write((tx) => {
          if (retentionRows.decide(tx, jobId, 'approved', user.id, now()) === 0) throw new GuichetError('retention.decided');
          const params = { documents: job.documents };
          audit.append(tx, { kind: 'retention.approved', userId: user.id, subjectId: jobId, params, shown: true });
        });
        begin(jobId, user.id);
        return changed();
      },
      'retention.reject': ({ id: jobId }) => {
        jobOf(jobId);
        const by = users.current().id;
        db.write((tx) => {
          retentionRows.decide(tx, jobId, 'rejected', by, now());
          audit.append(tx, { kind: 'retention.rejected', userId: by, subjectId: jobId, shown: true });
        });
        return changed();
      },
      'retention.exportClient': createClientExport(context, deps.blobs),
    },
    erasedIn: (file) => retentionRows.erasures(db, file),
    resume: () => {
      for (const { id: jobId, state, decidedBy } of retentionRows.jobs(db)) if (state === 'approved') begin(jobId, decidedBy);
    },
    settled: () => work,
    close: async () => {
      closing = true;
      await work;
    },
  };
}
