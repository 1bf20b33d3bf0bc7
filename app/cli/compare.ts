import type { App } from '#app/core/app.ts';
import { monthOf } from '#app/filing/months.ts';
import type { BoardRow } from '#shared/contract/vat.ts';
import type { Comparison, Outlier } from '#shared/contract/vat-help.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { parsePeriodKey } from '#shared/domain/period.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { COMMON_USAGE, clientNumber, readArguments } from './arguments.ts';
import { withSession } from './session.ts';
import { printJson } from './tell.ts';
import { type Verb, verb } from './verb.ts';

const USAGE = `compare --period YYYY-MM|YYYY-Qn [--client N] ${COMMON_USAGE}`;

interface Compared {
  readonly row: BoardRow;
  readonly comparison: Comparison;
}

async function compared(app: App, key: string, month: string, number: string | undefined): Promise<Compared[]> {
  const { rows } = await app.call('vat.board', { month });
  const found: Compared[] = [];
  for (const row of rows) {
    if (row.returnId === null || row.periodKey !== key || (number !== undefined && row.enterpriseNumber !== number)) continue;
    found.push({ row, comparison: await app.call('vat.compare', { id: row.returnId }) });
  }
  return found;
}

function words({ grid, kind, now, usual, ratio }: Outlier, t: Translator): string {
  const times = { ratio: String(ratio ?? 0).replace('.', ',') };
  return t(`vatGrids.outlier.${kind}`, { grid, now: formatAmount(now), usual: formatAmount(usual), ...times });
}

/** `compare`: what stands out in the returns of a period, each beside its client's own past. 0 · 2 wrong arguments or no profile. */
export const compare: Verb = verb(2, async (argv, { io, json, t }) => {
  const { common, own } = readArguments(argv, USAGE, { period: { type: 'string' }, client: { type: 'string' } });
  const period = parsePeriodKey(own.period ?? '');
  if (!period || !own.period) throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  const key = own.period;
  const number = clientNumber(own.client);
  return withSession({ io, t }, common, async ({ app }) => {
    const found = await compared(app, key, monthOf(period), number);
    if (json) {
      const returns = found.map(({ row, comparison }) => ({
        enterpriseNumber: row.enterpriseNumber,
        client: row.clientName,
        period: row.periodKey,
        returnId: row.returnId,
        ...comparison,
      }));
      printJson(io, { returns });
    } else {
      for (const { row, comparison } of found) {
        for (const outlier of comparison.outliers) io.stdout(`${[row.enterpriseNumber, row.clientName, words(outlier, t)].join('\t')}\n`);
      }
    }
    return 0;
  });
});
