import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { type NamedRow, reportPages } from '../entries.ts';
import type { AuditKeeper } from '../keeper.ts';
import { headRow } from '../rows.ts';
import type { ReportFacts } from './facts.ts';
import { MOST_ON_PAPER, reportPaper } from './paper.ts';
import { type Pages, type Written, writeCsv, writeJson } from './text.ts';

const PAGE = 2_000;

/** Writes a report beside its name and renames it when it is whole, whatever its length: no more than a page is in memory but for a paper. */
export async function exportReport(
  context: Context,
  { keeper, clients }: { readonly keeper: AuditKeeper; readonly clients: Clients },
  input: Parsed<'audit.export'>,
): Promise<Output<'audit.export'>> {
  const { db, ports, settings, users, audit, events, config } = context;
  const { files, timers } = ports;
  const { report, format, from, until, path } = input;
  const t = createTranslator(settings.get().locale);
  /** The window's calls have their turn between two pages. */
  const breath = (): Promise<void> => new Promise((resolve) => void timers.after(0, resolve));
  const pages = async function* (): Pages {
    for (const page of reportPages(db, report, { from, until }, PAGE)) {
      yield page;
      await breath();
    }
  } as () => Pages;
  const facts: ReportFacts = {
    report,
    from,
    until,
    at: context.now(),
    user: users.current().name,
    environment: config.environment,
    ...told(),
  };

  function told(): Pick<ReportFacts, 'firm' | 'head' | 'verified'> {
    const firm = clients.firm(db);
    const head = db.get(headRow);
    const { at, faults } = keeper.status().verification;
    return {
      firm: firm && { name: firm.name, enterpriseNumber: firm.enterpriseNumber },
      head: head ? { seq: head.seq, sha256: Buffer.from(head.hash).toString('hex') } : null,
      verified: at === null ? null : { at, faults: faults.length },
    };
  }

  const writePdf = async (write: (bytes: Uint8Array) => Promise<void>): Promise<Written> => {
    const rows: NamedRow[] = [];
    for await (const page of pages()) {
      rows.push(...page);
      if (rows.length > MOST_ON_PAPER) throw new GuichetError('audit.tooManyForPdf', { params: { most: MOST_ON_PAPER } });
    }
    const bytes = await reportPaper(rows, facts, t, breath);
    await write(bytes);
    return { entries: rows.length, bytes: bytes.byteLength };
  };

  const part = `${path}.part`;
  try {
    await files.remove(part);
    const writer = await files.create(part, 'usual');
    let written: Written;
    try {
      if (format === 'pdf') written = await writePdf((bytes) => writer.write([bytes]));
      else written = await (format === 'csv' ? writeCsv(writer, pages(), facts, t) : writeJson(writer, pages(), facts));
      await writer.sync();
    } finally {
      await writer.close();
    }
    if (written.entries === 0) throw new GuichetError('audit.empty');
    await files.rename(part, path);
    const params = { report, format, from, until, entries: written.entries };
    db.write((tx) => audit.append(tx, { kind: 'audit.exported', userId: users.current().id, params, shown: true }));
    events.publish('activity');
    return written;
  } catch (error) {
    await files.remove(part).catch(() => undefined);
    if (error instanceof GuichetError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'internal';
    throw new GuichetError('exports.write', { retryable: true, action: 'retry', params: { reason }, cause: error });
  }
}
