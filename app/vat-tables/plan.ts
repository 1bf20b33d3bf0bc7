import { findEnterpriseNumber } from '#app/tables/enterprise-number.ts';
import type { TableReturn, VatMapping } from '#shared/contract/vat-tables.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import { periodKey } from '#shared/domain/period.ts';
import type { GridAmounts, Regime } from '#shared/vat/types.ts';
import { type Collected, collect } from './collect.ts';
import type { VatTable } from './find-table.ts';
import { periodMeant, readPeriodCell } from './periods.ts';
import { marksOf, type Problem, problem, understand } from './understand.ts';

/** A client as a table may name it. */
export interface TableClient {
  readonly id: string;
  readonly name: string;
  readonly regime: Regime | null;
  /** Another client has taken this number over. */
  readonly merged: boolean;
}

/** What is known beside the table. */
export interface Known {
  readonly clients: ReadonlyMap<string, TableClient>;
  /** What `fill` would do; throws why it may not. */
  outcome(clientId: string, periodKey: string, grids: GridAmounts): 'create' | 'update' | 'same';
  /** Where no line or column says it; counts before what stands above the table. */
  readonly enterpriseNumber: string | null;
  readonly periodKey: string | null;
}

export interface PlannedReturn {
  readonly shown: TableReturn;
  /** `null` with an error. */
  readonly store: { readonly clientId: string; readonly periodKey: string; readonly grids: GridAmounts } | null;
}

interface Who {
  readonly number: string;
  readonly client: TableClient | null;
  readonly problems: readonly Problem[];
}

function whoOf(said: Collected['enterpriseNumber'], place: string, otherwise: string | null, known: Known): Who {
  const text = said?.text ?? '';
  const number = said === null ? otherwise : findEnterpriseNumber(text);
  const fails = (code: string, value: string): Who => ({
    number: number ?? text.slice(0, 40),
    client: null,
    problems: [problem(code, said?.place ?? place, value)],
  });
  if (number === null) return text === '' ? fails('numberMissing', '') : fails('number', text);
  const client = known.clients.get(number);
  if (!client) return fails('unknownClient', number);
  return client.merged ? fails('mergedClient', number) : { number, client, problems: [] };
}

function whenOf(
  said: Collected['period'],
  place: string,
  otherwise: string | null,
  regime: Regime | null,
): { key: string; problems: Problem[] } {
  const text = said?.text ?? '';
  if (said === null && otherwise !== null) return { key: otherwise, problems: [] };
  const read = readPeriodCell(text);
  if (read) return { key: periodKey(periodMeant(read, regime)), problems: [] };
  return { key: text.slice(0, 40), problems: [problem(text === '' ? 'periodMissing' : 'period', said?.place ?? place, text)] };
}

/** What would become of every return of a table, in its order. @throws GuichetError `vatTable.mapping` */
export function planTable(table: VatTable, mapping: VatMapping, known: Known): PlannedReturn[] {
  const collected = collect(table, mapping);
  const marks = marksOf(collected);
  const { enterpriseNumber, period } = table.said;
  const drafts = collected.map((each) => {
    const who = whoOf(each.enterpriseNumber, each.place, known.enterpriseNumber ?? enterpriseNumber, known);
    const regime = who.client?.regime ?? null;
    const above = period ? periodKey(periodMeant(period, regime)) : null;
    const when = whenOf(each.period, each.place, known.periodKey ?? above, regime);
    return { each, who, when, what: understand(each, marks) };
  });
  const places = new Map<string, string[]>();
  const keyOf = ({ who, when }: (typeof drafts)[number]): string => `${who.number} ${when.key}`;
  for (const draft of drafts) places.set(keyOf(draft), [...(places.get(keyOf(draft)) ?? []), draft.each.place]);

  return drafts.map((draft): PlannedReturn => {
    const { each, who, when, what } = draft;
    const others = places.get(keyOf(draft))!.filter((place) => place !== each.place);
    const firm = who.problems.length === 0 && when.problems.length === 0;
    const twice = firm && others.length > 0 ? [problem('twice', each.place, others.slice(0, 3).join(', '))] : [];
    const problems = [...who.problems, ...when.problems, ...twice, ...what.problems];
    const shown = {
      enterpriseNumber: who.number,
      clientName: who.client?.name ?? null,
      periodKey: when.key,
      grids: { ...what.grids },
    };
    if (!firm || !who.client || twice.length > 0 || what.serious) return { shown: { ...shown, action: 'error', problems }, store: null };
    try {
      const action = known.outcome(who.client.id, when.key, what.grids);
      return { shown: { ...shown, action, problems }, store: { clientId: who.client.id, periodKey: when.key, grids: what.grids } };
    } catch (error) {
      return { shown: { ...shown, action: 'error', problems: [...problems, refusal(error, each.place)] }, store: null };
    }
  });
}

/** Why the return of a client and period may not be written, as a problem of the table. */
export function refusal(error: unknown, place: string): Problem {
  const { code } = toErrorShape(error);
  // A file in XML could say that it replaces the one on file; a table cannot.
  return { code: code === 'vat.import.already_filed' ? 'vatTable.filed' : code, place, value: '' };
}
