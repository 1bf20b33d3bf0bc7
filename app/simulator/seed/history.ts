import { createHash } from 'node:crypto';
import { type Cents, toDecimal } from '#shared/domain/cents.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { lastDay, lastEnded, type Period, shiftPeriod } from '#shared/domain/period.ts';
import { deadlineOf } from '../int/deadline.ts';
import { type Filing, sortedAmounts } from '../int/filing.ts';
import { FIRM, type Party } from './parties.ts';
import { type Chance, chance, seededUuid } from './prng.ts';

export function periodCode(period: Period): string {
  const part = 'quarter' in period ? 30 + period.quarter : period.month;
  return `${period.year}${String(part).padStart(2, '0')}`;
}

/** Amounts in cents of an ordinary return that trips no plausibility rule; some are nil, some ask money back. */
function amounts(luck: Chance, scale: number): Record<string, number> {
  if (luck.odds(0.04)) return { '71': 0 };
  const euros = (low: number, high: number): number => luck.int(low * scale, high * scale) * 100;
  const grids: Record<string, number> = { '03': euros(4000, 60_000) };
  if (luck.odds(0.4)) grids['01'] = euros(500, 8000);
  if (luck.odds(0.15)) grids['02'] = euros(500, 4000);
  if (luck.odds(0.25)) grids['44'] = euros(1000, 20_000);
  grids['54'] = Math.round((6 * (grids['01'] ?? 0) + 12 * (grids['02'] ?? 0) + 21 * (grids['03'] ?? 0)) / 100);
  grids['81'] = euros(2000, 30_000);
  grids['82'] = euros(1000, 10_000);
  if (luck.odds(0.3)) grids['83'] = euros(500, 15_000);
  let deductible = Math.round((21 * (grids['81'] + grids['82']) * 0.8) / 100) + Math.round((21 * (grids['83'] ?? 0)) / 100);
  if (luck.odds(0.3)) {
    const bought = Math.round(grids['81'] * 0.2);
    grids['86'] = bought;
    grids['55'] = Math.round((21 * bought) / 100);
  }
  deductible = Math.min(deductible, Math.round((21 * (grids['81'] + grids['82'] + (grids['83'] ?? 0))) / 100));
  grids['59'] = deductible;
  const balance = grids['54'] + (grids['55'] ?? 0) - deductible;
  grids[balance >= 0 ? '71' : '72'] = Math.abs(balance);
  return grids;
}

/** Periods of a client that were filed before `today`, the oldest first. Some clients have not filed the last one yet. */
function filedPeriods(client: Party, index: number, today: LocalDate, count: number): { period: Period; day: LocalDate }[] {
  const behind = index < 5 || index % 4 === 0;
  const newest = shiftPeriod(lastEnded(client.regime, today), behind ? -1 : 0);
  const days = (period: Period): LocalDate => {
    const deadline = deadlineOf(periodCode(period));
    const early = addDays(deadline, -((index * 3) % 9));
    return early > lastDay(period) ? early : deadline;
  };
  const offset = days(newest) < today ? 0 : -1;
  return Array.from({ length: count }, (_, back) => {
    const period = shiftPeriod(newest, offset - (count - 1 - back));
    return { period, day: days(period) };
  });
}

/** The returns filed for one client before the start day. */
export function clientHistory(seed: number, client: Party, index: number, today: LocalDate, count: number): Filing[] {
  return filedPeriods(client, index, today, count).map(({ period, day }) => {
    const code = periodCode(period);
    const label = `${client.enterpriseNumber}/${code}`;
    const luck = chance(seed, `history/${label}`);
    const grids = amounts(luck, client.regime === 'quarter' ? 3 : 1);
    return {
      reference: `1-${client.enterpriseNumber}-${code}`,
      consignment: createHash('sha256').update(`${seed}/${label}`).digest('hex').slice(0, 16).toUpperCase(),
      vatNumber: client.enterpriseNumber,
      name: client.name,
      period: code,
      amounts: grids,
      clientListingNihil: false,
      restitution: (grids['72'] ?? 0) >= 500_00 && luck.odds(0.5),
      receivedAt: Date.parse(`${day}T08:00:00Z`) + luck.int(0, 6 * 3600) * 1000,
      filedBy: FIRM,
      pdfReference: seededUuid(seed, `receipt-pdf/${label}`),
      xmlReference: seededUuid(seed, `receipt-xml/${label}`),
      bodySha256: createHash('sha256').update(`${seed}/body/${label}`).digest('hex'),
      seeded: true,
      status: 'accepted',
    };
  });
}

/** Amounts of a return that a client has not filed yet, as its bookkeeping has them. */
export function draftAmounts(seed: number, client: Party, code: string): Record<string, number> {
  return amounts(chance(seed, `draft/${client.enterpriseNumber}/${code}`), client.regime === 'quarter' ? 3 : 1);
}

/** A return as Intervat XML writes it. */
export type WrittenReturn = Pick<Filing, 'period' | 'amounts' | 'clientListingNihil' | 'restitution'>;

function declarationXml(filing: WrittenReturn, client: Party, sequence: number): string {
  const part = Number(filing.period.slice(4));
  const period = part > 30 ? `<v:Quarter>${part - 30}</v:Quarter>` : `<v:Month>${part}</v:Month>`;
  const data = sortedAmounts(filing)
    .map(([grid, value]) => `      <v:Amount GridNumber="${Number(grid)}">${toDecimal(value as Cents)}</v:Amount>`)
    .join('\n');
  return `  <v:VATDeclaration SequenceNumber="${sequence}">
    <v:Declarant>
      <VATNumber>${client.enterpriseNumber}</VATNumber>
      <Name>${client.name}</Name>
      <Street>${client.street}</Street>
      <PostCode>${client.postCode}</PostCode>
      <City>${client.city}</City>
      <CountryCode>${client.countryCode}</CountryCode>
      <EmailAddress>${client.email}</EmailAddress>
      <Phone>${client.phone}</Phone>
    </v:Declarant>
    <v:Period>${period}<v:Year>${filing.period.slice(0, 4)}</v:Year></v:Period>
    <v:Data>
${data}
    </v:Data>
    <v:ClientListingNihil>${filing.clientListingNihil ? 'YES' : 'NO'}</v:ClientListingNihil>
    <v:Ask Restitution="${filing.restitution ? 'YES' : 'NO'}" Payment="NO"/>
  </v:VATDeclaration>
`;
}

/** Returns in one Intervat XML, for import. */
export function consignmentXml(written: readonly (readonly [WrittenReturn, Party])[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<v:VATConsignment xmlns="http://www.minfin.fgov.be/InputCommon" xmlns:v="http://www.minfin.fgov.be/VATConsignment" VATDeclarationsNbr="${written.length}">
${written.map(([filing, client], index) => declarationXml(filing, client, index + 1)).join('')}</v:VATConsignment>
`;
}
