import type { App } from '#app/core/app.ts';
import { isJson, readDraft } from '#app/vat/draft.ts';
import { buildConsignment } from '#app/vat/xml/build-consignment.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { type ErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { evaluate, isFileable, obstacles } from '#shared/vat/rules/evaluate.ts';
import type { Finding } from '#shared/vat/types.ts';
import { type Annexes, annexesOf } from './annexes.ts';
import { COMMON_USAGE, readArguments } from './arguments.ts';
import { assertConnected } from './connection.ts';
import { readInput } from './read-input.ts';
import { withSession } from './session.ts';
import { printJson, toldError } from './tell.ts';
import { type Verb, type VerbContext, verb } from './verb.ts';

const USAGE = `file DRAFT.json|FILE.xml [--annex FILE …] [--auth URL --api URL] ${COMMON_USAGE}`;

type Imported = Output<'vat.import'>['declarations'][number];
type FoundFinding = Pick<Finding, 'id' | 'severity' | 'grids' | 'justified' | 'message'>;

/** What became of one declaration. `view` is missing when nothing of it was taken over. */
interface Result {
  readonly sequence: number;
  readonly enterpriseNumber: string;
  readonly period: string;
  readonly view: ReturnView | null;
  readonly findings: readonly FoundFinding[];
  readonly error: ErrorShape | null;
  readonly exit: number;
}

/** 0 accepted · 1 refused, or findings block · 2 not sent for want of a connection · 3 unknown, which outweighs all. */
const EXIT_BY_STATE: Readonly<Record<string, number>> = { accepted: 0, proven: 0, refused: 1, unknown: 3, approved: 2 };

interface Input {
  readonly xml: Uint8Array<ArrayBuffer>;
  /** What a draft's own regime says against it; an XML file names no regime. */
  readonly findings: readonly FoundFinding[];
}

/** A draft is written as XML first, so that both kinds of file go the same way. */
function toInput(bytes: Uint8Array, app: App): Input {
  if (!isJson(bytes)) return { xml: new Uint8Array(bytes), findings: [] };
  const { ret, regime } = readDraft(bytes);
  const findings = regime ? evaluate(ret, { today: app.context.today(), regime }) : [];
  return { xml: new Uint8Array(buildConsignment([ret])), findings: isFileable(findings) ? [] : obstacles(findings) };
}

async function send(app: App, imported: Imported, returnId: string, annexes: Annexes): Promise<Result> {
  const { sequence, enterpriseNumber, periodKey: period } = imported;
  const base = { sequence, enterpriseNumber, period };
  let view = await app.call('vat.get', { id: returnId });
  try {
    view = await annexes.attach(app, view, sequence);
  } catch (error) {
    view = await app.call('vat.get', { id: returnId });
    return { ...base, view, findings: view.findings, error: toErrorShape(error), exit: 1 };
  }
  const blocking = obstacles(view.findings);
  if (blocking.length > 0) return { ...base, view, findings: view.findings, error: blocked(blocking.length), exit: 1 };
  try {
    view = await app.call('vat.check', { id: view.id, version: view.version });
    view = await app.call('vat.approve', { id: view.id, version: view.version });
    view = await app.call('vat.file', { id: view.id, version: view.version });
  } catch (error) {
    view = await app.call('vat.get', { id: returnId });
    const shape = toErrorShape(error);
    // A person decides in the window, or by a file that names the return it replaces; trying again changes nothing.
    const exit = shape.code === 'vat.filed_elsewhere' ? 1 : 2;
    return { ...base, view: await backToDraft(app, view), findings: view.findings, error: shape, exit };
  }
  const { error, findings } = view;
  const exit = EXIT_BY_STATE[view.state] ?? 2;
  return { ...base, view: await backToDraft(app, view), findings, error, exit };
}

/** What surely was not sent is a draft again, so that the same command can simply be repeated. */
async function backToDraft(app: App, view: ReturnView): Promise<ReturnView> {
  if (view.state !== 'approved' && view.state !== 'queued') return view;
  return app.call('vat.edit', { id: view.id, version: view.version });
}

const blocked = (count: number): ErrorShape => toErrorShape(new GuichetError('vat.blocked', { action: 'editReturn', params: { count } }));

/** The return of a period that was sent before without an answer. */
async function openReturn(app: App, enterpriseNumber: string, period: string): Promise<ReturnView | null> {
  const { clients } = await app.call('clients.list', {});
  const client = clients.find((each) => each.enterpriseNumber === enterpriseNumber);
  if (!client) return null;
  const { rows } = await app.call('vat.history', { clientId: client.id });
  const row = rows.find(({ periodKey, state }) => periodKey === period && (state === 'unknown' || state === 'sending'));
  return row?.returnId ? app.call('vat.get', { id: row.returnId }) : null;
}

async function one(app: App, imported: Imported, annexes: Annexes): Promise<Result> {
  if (imported.returnId !== null) return send(app, imported, imported.returnId, annexes);
  const { sequence, enterpriseNumber, periodKey: period, findings, error } = imported;
  const undecided = error?.code === 'vat.import.unknown' ? await openReturn(app, enterpriseNumber, period) : null;
  const exit = undecided ? EXIT_BY_STATE.unknown! : 1;
  return { sequence, enterpriseNumber, period, view: undecided, findings, error, exit };
}

function toJson({ sequence, enterpriseNumber, period, view, findings, error }: Result) {
  const send = view?.evidence.findLast(({ event }) => event === 'send');
  return {
    sequence,
    vatNumber: enterpriseNumber,
    period,
    state: view?.state ?? null,
    returnId: view?.id ?? null,
    sha256: send?.sha256 ?? null,
    correlationId: send?.correlationId ?? null,
    pdfReference: view?.receipt.pdfReference ?? null,
    xmlReference: view?.receipt.xmlReference ?? null,
    receiptExpectedOn: view?.receipt.expectedOn ?? null,
    findings: findings.map(({ id, severity, grids, justified, message }) => ({ id, severity, grids, justified, message })),
    refusal: view?.refusal ?? null,
    error: error ? toldError(error) : null,
  };
}

function tell({ io, t }: VerbContext, { enterpriseNumber, period, view, findings, error }: Result): void {
  io.stdout(`${enterpriseNumber} ${period}: ${t(view ? `cli.state.${view.state}` : 'cli.state.none')}\n`);
  if (error) io.stderr(`${t.error(error)}\n`);
  for (const finding of findings) io.stderr(`  ${finding.id}: ${finding.message[t.locale]}\n`);
  for (const entry of view?.refusal?.entries ?? []) io.stderr(`  ${entry.identifier}: ${entry.text[t.locale]}\n`);
}

/** `file`: 0 accepted · 1 refused, or findings block · 2 unreadable or not connected · 3 unknown. */
export const file: Verb = verb(2, async (argv, context) => {
  const { io, json } = context;
  const { common, own, files } = readArguments(argv, USAGE, { annex: { type: 'string', multiple: true } }, 1);
  const bytes = await readInput(io, files[0]!);
  return withSession(context, common, async ({ app }) => {
    const input = toInput(bytes, app);
    await assertConnected(app);
    const results: Result[] = [];
    if (input.findings.length > 0) {
      results.push({
        sequence: 1,
        enterpriseNumber: '',
        period: '',
        view: null,
        findings: input.findings,
        error: blocked(input.findings.length),
        exit: 1,
      });
    } else {
      const annexes = await annexesOf(own.annex ?? [], (each) => readInput(io, each), input.xml);
      const { declarations } = await app.call('vat.import', { bytes: input.xml, fileName: files[0]!.slice(-260) });
      for (const declaration of declarations) results.push(await one(app, declaration, annexes));
    }
    if (json) printJson(io, { state: results.length === 1 ? (results[0]!.view?.state ?? null) : null, declarations: results.map(toJson) });
    else for (const result of results) tell(context, result);
    return Math.max(...results.map(({ exit }) => exit));
  });
});
