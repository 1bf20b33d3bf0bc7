import path from 'node:path';
import { readArguments } from '#app/cli/arguments.ts';
import { type Verb, verb } from '#app/cli/verb.ts';
import { parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { parsePeriodKey } from '#shared/domain/period.ts';
import { workedDraft, workedReturnXml } from './build.ts';
import { workedReturns } from './returns.ts';

const USAGE = 'examples --client N --period YYYY-MM|YYYY-Qn --out DIR';
const OPTIONS = { client: { type: 'string' }, period: { type: 'string' }, out: { type: 'string' } } as const;

/** `examples`: writes every worked return for a declarant and period, as Intervat XML and as `DRAFT.json`, to try the other verbs on. */
export const examples: Verb = verb(2, async (argv, { io, json, t }) => {
  const { own } = readArguments(argv, USAGE, OPTIONS);
  const vatNumber = parseEnterpriseNumber(own.client ?? '');
  const period = parsePeriodKey(own.period ?? '');
  if (!vatNumber || !period || !own.out) throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  const files: { id: string; xml: string; draft: string }[] = [];
  for (const { id, title } of workedReturns) {
    const xml = path.join(own.out, `${id}.xml`);
    const draft = path.join(own.out, `${id}.json`);
    await io.writeFile(xml, workedReturnXml(id, { vatNumber }, period));
    await io.writeFile(draft, new TextEncoder().encode(workedDraft(id, { vatNumber }, period)));
    files.push({ id, xml, draft });
    if (!json) io.stdout(`${id.padEnd(18)}${title[t.locale]}\n`);
  }
  if (json) io.stdout(`${JSON.stringify({ examples: files })}\n`);
  return 0;
});
