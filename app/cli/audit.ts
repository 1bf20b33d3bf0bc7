import path from 'node:path';
import { type AuditFault, zAuditFormat, zAuditReport } from '#shared/contract/audit.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { isLocalDate } from '#shared/domain/local-date.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { COMMON_USAGE, type Parsed, readArguments } from './arguments.ts';
import { withSession } from './session.ts';
import { printJson, tellError } from './tell.ts';
import { type Verb, type VerbContext, verb } from './verb.ts';

const USAGE = `audit verify | audit export --from YYYY-MM-DD --until YYYY-MM-DD --format csv|json|pdf --out FILE [--report trail|consultations] ${COMMON_USAGE}`;
const OPTIONS = {
  from: { type: 'string' },
  until: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  report: { type: 'string' },
} as const;

const wrong = (): GuichetError => new GuichetError('cli.usage', { params: { usage: USAGE } });
type Arguments = Parsed<typeof OPTIONS>;

/** `23/11/2026 09:15`, by the clock of Brussels, as the words of a fault have it. */
function when(instant: string | null, { locale }: Translator): string {
  if (instant === null) return '–';
  const form = new Intl.DateTimeFormat(`${locale}-BE`, { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Brussels' });
  return form.format(new Date(instant));
}
const faultText = ({ kind, seq, count, at, until }: AuditFault, t: Translator): string =>
  t(`audit.fault.${kind}`, { seq: String(seq), count, at: when(at, t), until: when(until, t) });

async function verify({ common }: Arguments, { io, json, t }: VerbContext): Promise<number> {
  return withSession({ io, t }, common, async ({ app }) => {
    const { entries, verification } = await app.call('audit.verify', {});
    const { faults, at } = verification;
    if (json) printJson(io, { entries, verifiedAt: at, faults });
    else {
      for (const fault of faults) io.stdout(`${[fault.id ?? '-', fault.at ?? '-', faultText(fault, t)].join('\t')}\n`);
      io.stdout(`${t(faults.length === 0 ? 'audit.cli.intact' : 'audit.cli.broken', { entries, faults: faults.length })}\n`);
    }
    return faults.length === 0 ? 0 : 1;
  });
}

async function exportTo({ common, own }: Arguments, { io, json, t }: VerbContext): Promise<number> {
  const { from, until, out } = own;
  const format = zAuditFormat.safeParse(own.format);
  const report = zAuditReport.safeParse(own.report ?? 'trail');
  if (!from || !until || !out || !isLocalDate(from) || !isLocalDate(until) || until < from || !format.success || !report.success)
    throw wrong();
  return withSession({ io, t }, common, async ({ app }) => {
    const file = path.resolve(out);
    try {
      const written = await app.call('audit.export', { report: report.data, format: format.data, from, until, path: file });
      if (json) printJson(io, { file, report: report.data, format: format.data, ...written });
      else io.stdout(`${t('audit.cli.exported', { entries: written.entries, file })}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof GuichetError) || !/^(?:audit|exports|users)\./.test(error.code)) throw error;
      tellError(error, json, t.locale, io);
      return 1;
    }
  });
}

const ACTIONS: Readonly<Record<string, (args: Arguments, context: VerbContext) => Promise<number>>> = { verify, export: exportTo };

/**
 * `audit verify`: 0 the chain is whole · 1 it was touched; each fault is named · 2 wrong arguments or the profile cannot be opened.
 * `audit export`: 0 written · 1 nothing to write, or it could not be written · 2 as above.
 */
export const auditVerb: Verb = verb(2, async (argv, context) => {
  const args = readArguments(argv, USAGE, OPTIONS, 1);
  const action = Object.hasOwn(ACTIONS, args.files[0]!) ? ACTIONS[args.files[0]!] : undefined;
  if (!action) throw wrong();
  return action(args, context);
});
