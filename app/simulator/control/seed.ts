import { brusselsDate } from '#shared/domain/local-date.ts';
import { parsePeriodKey } from '#shared/domain/period.ts';
import { type Answer, type Call, json } from '../exchange.ts';
import { type Filing, periodKeyOf } from '../int/filing.ts';
import { consignmentXml, draftAmounts, periodCode } from '../seed/history.ts';
import type { Party, Person } from '../seed/parties.ts';
import type { World } from '../world.ts';
import { BadInput } from './input.ts';

const partyView = ({ representative: _, ...party }: Party): object => party;
const personView = ({ nationalNumber, givenName, familyName, role, represents }: Person): object => ({
  nationalNumber,
  givenName,
  familyName,
  role,
  represents,
});

const filingView = (filing: Filing): object => ({
  enterpriseNumber: filing.vatNumber,
  period: periodKeyOf(filing.period),
  reference: filing.reference,
  filedOn: brusselsDate(filing.receivedAt),
  receivedAt: new Date(filing.receivedAt).toISOString(),
  status: filing.status,
  pdfReference: filing.pdfReference,
  xmlReference: filing.xmlReference,
});

/** GET: the firm, its client list and the returns filed before the start day as Intervat XML, as a firm would import them. */
export function showSeed(world: World): Answer {
  const byNumber = new Map(world.clients.map((client) => [client.enterpriseNumber, client]));
  const history = world.filings.list().flatMap((filing) => {
    const client = byNumber.get(filing.vatNumber);
    return filing.seeded && client ? [{ ...filingView(filing), xml: consignmentXml([[filing, client]]) }] : [];
  });
  const [firm] = world.firms;
  return json(200, {
    seed: world.settings.seed,
    seedDay: world.seedDay,
    firm: firm && partyView(firm),
    firms: world.firms.map(partyView),
    people: world.people.map(personView),
    clients: world.clients.map(partyView),
    history,
  });
}

/** GET `?period=2026-10`: what the bookkeeping would export for it, one Intervat XML with the return of every client that files such a period. */
export function showDrafts(world: World, call: Call): Answer {
  const period = parsePeriodKey(call.query.get('period') ?? '');
  if (!period) throw new BadInput('period must be like 2026-10 or 2026-Q3');
  const code = periodCode(period);
  const regime = 'quarter' in period ? 'quarter' : 'month';
  const { seed } = world.settings;
  const written = world.clients
    .filter((client) => client.regime === regime)
    .map((client) => {
      const draft = { period: code, amounts: draftAmounts(seed, client, code), clientListingNihil: false, restitution: false };
      return [draft, client] as const;
    });
  return json(200, { declarations: written.length, xml: consignmentXml(written) });
}

/** GET: every return on file with how it stands; for exactly-once assertions. */
export const showFilings = (world: World): Answer =>
  json(200, {
    items: world.filings.list().map((filing) => ({
      ...filingView(filing),
      seeded: filing.seeded,
      filedBy: filing.filedBy,
      bodySha256: filing.bodySha256,
      amounts: filing.amounts,
      ...(filing.replaces ? { replaces: filing.replaces } : {}),
    })),
  });
