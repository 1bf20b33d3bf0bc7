import type { App } from '#app/core/app.ts';
import { monthOf } from '#app/filing/months.ts';
import { BATCH_ACTIONS, type Batch, type BatchAction } from '#shared/contract/vat-path.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { type Period, parsePeriodKey, periodKey } from '#shared/domain/period.ts';
import { COMMON_USAGE, readArguments } from './arguments.ts';
import { clientIdOf } from './clients.ts';
import { onSignal } from './interrupt.ts';
import { withSession } from './session.ts';
import { printJson, toldError } from './tell.ts';
import { type Verb, type VerbContext, verb } from './verb.ts';

const USAGE = `batch prepare|nil|check|approve|file --period YYYY-MM|YYYY-Qn [--client N …] [--auth URL --api URL] ${COMMON_USAGE}`;
const OPTIONS = { period: { type: 'string' }, client: { type: 'string', multiple: true } } as const;

type Row = Batch['rows'][number];
type Target = Pick<Row, 'clientId' | 'periodKey'>;

const wrong = (): GuichetError => new GuichetError('cli.usage', { params: { usage: USAGE } });
const count = (batch: Batch, outcome: Row['outcome']): number => batch.rows.filter((row) => row.outcome === outcome).length;

/** Those named, or else every client of which a return of the period is due or at hand. */
async function targetsOf(app: App, period: Period, numbers: readonly string[]): Promise<Target[]> {
  const ids = [];
  for (const number of numbers) ids.push((await clientIdOf(app, number))!);
  if (ids.length > 0) return ids.map((clientId) => ({ clientId, periodKey: periodKey(period) }));
  const { rows } = await app.call('vat.board', { month: monthOf(period) });
  const key = periodKey(period);
  return rows.flatMap((row) => (row.periodKey === key ? [{ clientId: row.clientId, periodKey: key }] : []));
}

/** Follows the batch until it is over, or until nothing moves for a reason that time alone does not end. */
async function follow(app: App, started: Batch, show: (batch: Batch) => void): Promise<Batch> {
  return new Promise((resolve, reject) => {
    let looking = false;
    let again = false;
    const look = async (): Promise<void> => {
      const batch = (await app.call('vat.batchStatus', {})).batch ?? started;
      show(batch);
      if (batch.state === 'running' && batch.reason === null) return;
      stop();
      resolve(batch);
    };
    /** One look at a time, however many returns move meanwhile. */
    const lookSoon = (): void => {
      again = looking;
      if (looking) return;
      looking = true;
      look()
        .catch(reject)
        .finally(() => {
          looking = false;
          if (again) lookSoon();
        });
    };
    const stop = app.onEvent(({ topic }) => {
      if (topic === 'vat') lookSoon();
    });
    lookSoon();
  });
}

/** A line that rewrites itself on a terminal, and one per tenth where stderr is a file. */
function progressPrinter({ io, t }: VerbContext): { show(batch: Batch): void; end(): void } {
  const live = process.stderr.isTTY === true;
  let last = '';
  let tenth = -1;
  return {
    show(batch) {
      const total = batch.rows.length;
      const settled = total - count(batch, 'waiting') - count(batch, 'working');
      const step = Math.floor((10 * settled) / total);
      const text = t('cliBatch.progress', { settled, total, failed: count(batch, 'failed') });
      if (text === last || (!live && step === tenth)) return;
      last = text;
      tenth = step;
      io.stderr(live ? `\r\u001b[2K${text}` : `${text}\n`);
    },
    end: () => {
      if (live && last !== '') io.stderr('\n');
    },
  };
}

const errorOf = ({ code, params }: Row) => (code === null ? null : toErrorShape(new GuichetError(code, { params })));

function tell({ io, t }: VerbContext, batch: Batch, numbers: ReadonlyMap<string, string>): void {
  for (const row of batch.rows) {
    const error = errorOf(row);
    if (error) io.stdout(`${[numbers.get(row.clientId) ?? '-', row.periodKey, row.clientName, t.error(error)].join('\t')}\n`);
  }
  const counts = { done: count(batch, 'done'), skipped: count(batch, 'skipped'), failed: count(batch, 'failed') };
  io.stdout(`${t('cliBatch.summary', counts)}\n`);
  const waiting = count(batch, 'working') + count(batch, 'waiting');
  if (waiting === 0 || batch.reason === null) return;
  io.stderr(`${t('cliBatch.waits', { count: waiting, reason: t.error(toErrorShape(new GuichetError(batch.reason))) })}\n`);
}

function toJson(batch: Batch, numbers: ReadonlyMap<string, string>) {
  const rows = batch.rows.map((row) => {
    const error = errorOf(row);
    return {
      enterpriseNumber: numbers.get(row.clientId) ?? null,
      client: row.clientName,
      period: row.periodKey,
      returnId: row.returnId,
      outcome: row.outcome,
      error: error && toldError(error),
    };
  });
  const counts = Object.fromEntries(
    (['done', 'skipped', 'failed', 'working', 'waiting'] as const).map((each) => [each, count(batch, each)]),
  );
  return { action: batch.action, state: batch.state, reason: batch.reason, counts, rows };
}

function exitOf(batch: Batch): number {
  if (batch.state === 'cancelled' || count(batch, 'failed') > 0) return 1;
  return count(batch, 'waiting') + count(batch, 'working') > 0 ? 3 : 0;
}

/**
 * `batch`: one action over the returns of a period. 0 done, or done before · 1 something failed, or it was interrupted · 2 wrong arguments or
 * the profile cannot be opened · 3 returns stay in the queue, which the next run or the window sends.
 */
export const batch: Verb = verb(2, async (argv, context) => {
  const { io, json, t } = context;
  const { common, own, files } = readArguments(argv, USAGE, OPTIONS, 1);
  const action = BATCH_ACTIONS.find((each): each is BatchAction => each === files[0]);
  const period = parsePeriodKey(own.period ?? '');
  if (!action || !period) throw wrong();
  return withSession(context, common, async ({ app }) => {
    const targets = await targetsOf(app, period, own.client ?? []);
    if (targets.length === 0) {
      if (json) printJson(io, { action, state: 'finished', reason: null, counts: {}, rows: [] });
      else io.stderr(`${t('cliBatch.none', { period: periodKey(period) })}\n`);
      return 0;
    }
    const { clients } = await app.call('clients.list', {});
    const numbers = new Map(clients.map(({ id, enterpriseNumber }) => [id, enterpriseNumber]));
    const started = await app.call('vat.batch', { action, targets });
    const progress = progressPrinter(context);
    const release = onSignal(() => void app.call('vat.cancelBatch', {}));
    const end = await follow(app, started, progress.show).finally(() => {
      release();
      progress.end();
    });
    if (json) printJson(io, toJson(end, numbers));
    else tell(context, end, numbers);
    return exitOf(end);
  });
});
