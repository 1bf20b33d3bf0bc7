import { readSheets } from '#app/tables/read-sheets.ts';
import { NUMBERS } from '#app/tables/test-lists.ts';
import type { VatMapping } from '#shared/contract/vat-tables.ts';
import { findTable } from './find-table.ts';
import { guessMapping } from './guess.ts';
import { type Known, planTable, type TableClient } from './plan.ts';

export const [A, B, C, D] = NUMBERS;

/** The nth of many invented numbers whose check digits hold. */
export function numberFor(index: number): string {
  const body = String(40_000_00 + index).padStart(8, '0');
  return `${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`;
}

/** As Windows writes it; the euro sign is where Latin-1 has none. */
export const windows1252 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll('€', '\x80'), 'latin1'));

const client = (id: string, regime: TableClient['regime'] = 'month'): TableClient => ({ id, name: `Client ${id}`, regime, merged: false });
export const CLIENTS = new Map([
  [A, client('a')],
  [B, client('b')],
  [C, client('c', 'quarter')],
]);

/** What a table would make of a firm whose clients are A, B and C (quarterly) and that has no returns yet. */
export async function readTable(bytes: Uint8Array, given: Partial<Known> = {}, mapping?: VatMapping) {
  const sheets = await readSheets(bytes);
  const table = findTable(sheets[0]!);
  const guessed = guessMapping(table);
  const known: Known = { clients: CLIENTS, outcome: () => 'create', enterpriseNumber: null, periodKey: null, ...given };
  const planned = planTable(table, mapping ?? guessed, known);
  return {
    mapping: guessed,
    returns: planned.map(({ shown, store }) => ({
      who: `${shown.enterpriseNumber} ${shown.periodKey}`,
      grids: shown.grids as Record<string, number>,
      stored: store !== null,
      problems: shown.problems.map(({ code, place, value }) => `${place} ${code.replace('vatTable.', '')} ${value}`.trim()),
    })),
  };
}
