import { brusselsDate } from '#shared/domain/local-date.ts';
import { type Answer, json } from '../exchange.ts';
import { type Filing, periodKeyOf } from '../int/filing.ts';
import { consignmentXml } from '../seed/history.ts';
import type { Party, Person } from '../seed/parties.ts';
import type { World } from '../world.ts';

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
    return filing.seeded && client ? [{ ...filingView(filing), xml: consignmentXml(filing, client) }] : [];
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

/** GET: every return on file with how it stands; for exactly-once assertions. */
export const showFilings = (world: World): Answer =>
  json(200, {
    items: world.filings.list().map((filing) => ({
      ...filingView(filing),
      seeded: filing.seeded,
      filedBy: filing.filedBy,
      bodySha256: filing.bodySha256,
      amounts: filing.amounts,
    })),
  });
