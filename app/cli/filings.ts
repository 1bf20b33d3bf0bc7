import type { App } from '#app/core/app.ts';
import type { BoardRow, ReturnView } from '#shared/contract/vat.ts';
import { cents, formatAmount, ZERO } from '#shared/domain/cents.ts';
import { COMMON_USAGE, clientNumber, readArguments } from './arguments.ts';
import { withSession } from './session.ts';
import { printJson } from './tell.ts';
import { type Verb, verb } from './verb.ts';

const USAGE = `filings [--client N] ${COMMON_USAGE}`;

async function listed(app: App, number: string | undefined): Promise<{ row: BoardRow; view: ReturnView }[]> {
  const { clients } = await app.call('clients.list', {});
  const found = [];
  for (const { id } of clients.filter(({ enterpriseNumber }) => number === undefined || enterpriseNumber === number)) {
    for (const row of (await app.call('vat.history', { clientId: id })).rows) {
      if (row.returnId !== null) found.push({ row, view: await app.call('vat.get', { id: row.returnId }) });
    }
  }
  return found;
}

function toJson({ row, view }: { row: BoardRow; view: ReturnView }) {
  const balance = row.balance ?? ZERO;
  return {
    id: view.id,
    enterpriseNumber: row.enterpriseNumber,
    client: row.clientName,
    period: row.periodKey,
    state: view.state,
    balance: { grid: balance >= 0 ? 71 : 72, cents: Math.abs(balance) },
    sha256: view.sha256,
    pdfReference: view.receipt.pdfReference,
    xmlReference: view.receipt.xmlReference,
    pdfStored: view.receipt.pdfDocumentId !== null,
    xmlStored: view.receipt.xmlDocumentId !== null,
    receiptExpectedOn: view.receipt.expectedOn,
    sentAt: view.evidence.findLast(({ event }) => event === 'send')?.at ?? null,
  };
}

/** `filings`: every return the profile knows, with its state. 0 · 2 wrong arguments or the profile cannot be opened. */
export const filings: Verb = verb(2, async (argv, { io, json, t }) => {
  const { common, own } = readArguments(argv, USAGE, { client: { type: 'string' } });
  const number = clientNumber(own.client);
  return withSession({ io, t }, common, async ({ app }) => {
    const found = await listed(app, number);
    if (json) printJson(io, { filings: found.map(toJson) });
    else {
      for (const each of found) {
        const { enterpriseNumber, period, state, balance, client } = toJson(each);
        const text = [enterpriseNumber, period, t(`cli.state.${state}`), balance.grid, formatAmount(cents(balance.cents)), client];
        io.stdout(`${text.join('\t')}\n`);
      }
    }
    return 0;
  });
});
