import type { App } from '#app/core/app.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { COMMON_USAGE, readArguments } from './arguments.ts';
import { clientIdOf } from './clients.ts';
import { withSession } from './session.ts';
import { printJson } from './tell.ts';
import { type Verb, verb } from './verb.ts';

const USAGE = `documents [--client N] ${COMMON_USAGE}`;
const PAGE = 500;

async function allRows(app: App, clientId: string | undefined): Promise<DocumentRow[]> {
  const rows: DocumentRow[] = [];
  for (;;) {
    const page = await app.call('documents.list', {
      filter: clientId === undefined ? {} : { clientId },
      sort: { by: 'modifiedOn', descending: true },
      offset: rows.length,
      limit: PAGE,
    });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/** `documents`: what the archive knows. 0 · 2 wrong arguments or the profile cannot be opened. */
export const documents: Verb = verb(2, async (argv, { io, json, t }) => {
  const { common, own } = readArguments(argv, USAGE, { client: { type: 'string' } });
  return withSession({ io, t }, common, async ({ app }) => {
    const listed = [];
    for (const row of await allRows(app, await clientIdOf(app, own.client))) {
      const { sha256 } = await app.call('documents.get', { id: row.id });
      const { uuid, enterpriseNumber, archive, reason, size, mimeType, label, group, modifiedOn, urgent } = row;
      listed.push({
        uuid,
        client: enterpriseNumber,
        state: archive,
        reason,
        sha256,
        size,
        type: mimeType,
        label,
        group,
        urgent,
        date: modifiedOn,
      });
    }
    if (json) printJson(io, { documents: listed });
    else {
      for (const { uuid, client, state, sha256, size, type, label, date } of listed) {
        io.stdout(`${[date, client, state, uuid, sha256 ?? '-', size ?? '-', type ?? '-', label[t.locale]].join('\t')}\n`);
      }
      io.stderr(`${t('cli.documents.count', { count: listed.length })}\n`);
    }
    return 0;
  });
});
