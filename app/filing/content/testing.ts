import { command } from '#app/platform/db/index.ts';
import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import type { FilingState } from '#shared/vat/filing-states.ts';
import type { Grid } from '#shared/vat/types.ts';
import { periodOf } from '../content.ts';
import { at, bench, call } from '../test-desk.ts';

const putReturn = command<{ id: string; clientId: string; key: string; state: string; content: string; sentAt: number }>(
  'test.return',
  `INSERT INTO vat_return (id, client_id, period_key, state, origin, content, sent_at, created_at, updated_at)
   VALUES (@id, @clientId, @key, @state, 'history', @content, @sentAt, @sentAt, @sentAt)`,
);

/** Amounts in euros. */
export const euros = (amounts: Partial<Record<Grid, number>>): ReturnContent['grids'] =>
  Object.fromEntries(Object.entries(amounts).map(([grid, value]) => [grid, Math.round(value * 100)]));

export const contentOf = (amounts: Partial<Record<Grid, number>>, more: Partial<ReturnContent> = {}): ReturnContent => ({
  grids: euros(amounts),
  clientListingNihil: false,
  restitution: false,
  justifications: [],
  ...more,
});

/** A return of the past as the archive holds it, filed some days before its deadline, or after it. */
export function putPast(
  clientId: string,
  key: string,
  content: ReturnContent,
  { state = 'accepted' as FilingState, daysLate = -3 }: { state?: FilingState; daysLate?: number } = {},
): string {
  const id = bench.context.id();
  const sentAt = Date.parse(`${deadline(periodOf(key)).effective}T10:00:00Z`) + daysLate * 86_400_000;
  bench.context.db.write((tx) => tx.run(putReturn, { id, clientId, key, state, content: JSON.stringify(content), sentAt }));
  return id;
}

/** A draft with these amounts. */
export async function draftOf(clientId: string, periodKey: string, content: ReturnContent): Promise<ReturnView> {
  const opened = await call('vat.open', { clientId, periodKey });
  return call('vat.save', { ...at(opened), content });
}
