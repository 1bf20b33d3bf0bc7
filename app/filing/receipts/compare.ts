import { type Cents, toDecimal } from '#shared/domain/cents.ts';
import { GRID_CODES } from '#shared/vat/types.ts';
import { sentGrids } from '../content.ts';
import type { ReceiptFacts } from '../receipt-reader.ts';
import type { ReceiptDifferences, ReturnRow } from '../return-repository.ts';

type Compared = Pick<ReturnRow, 'periodKey' | 'content' | 'zipSha256' | 'portal'>;
type Difference = ReceiptDifferences[number];

/** A receipt that cannot be read confirms nothing. */
export const UNREADABLE: ReceiptDifferences = [{ field: 'unreadable', sent: '', receipt: '' }];

const differs = (field: string, sent: string, receipt: string | null): Difference[] =>
  receipt === null || receipt === sent ? [] : [{ field, sent, receipt }];
const word = (flag: boolean | null): string | null => (flag === null ? null : flag ? 'YES' : 'NO');

function grids(row: Compared, facts: ReceiptFacts): Difference[] {
  const sent = sentGrids(row.content);
  return GRID_CODES.flatMap((grid) => {
    const [ours, theirs] = [sent[grid] ?? 0, facts.grids[grid] ?? 0];
    return ours === theirs ? [] : [{ field: grid, sent: toDecimal(ours as Cents), receipt: toDecimal(theirs as Cents) }];
  });
}

/**
 * What an XML receipt says otherwise than what was sent: `vatNumber`, `periodKey`, a grid, `clientListingNihil`, `restitution`, `digest`. What
 * the receipt leaves out is not compared. Filed on the portal, other bytes arrived than ours; and where nothing had been entered here, the
 * amounts of the receipt contradict nothing.
 */
export function differencesOf(facts: ReceiptFacts, row: Compared, vatNumber: string): ReceiptDifferences {
  const { clientListingNihil, restitution } = row.content;
  const identity = [
    ...differs('vatNumber', vatNumber, facts.vatNumber.replace(/\D/g, '')),
    ...differs('periodKey', row.periodKey, facts.periodKey),
  ];
  if (row.portal !== null && Object.keys(row.content.grids).length === 0) return identity;
  return [
    ...identity,
    ...grids(row, facts),
    ...differs('clientListingNihil', word(clientListingNihil) ?? '', word(facts.clientListingNihil)),
    ...differs('restitution', word(restitution) ?? '', word(facts.restitution)),
    ...(row.portal === null && row.zipSha256 !== null ? differs('digest', row.zipSha256, facts.digest) : []),
  ];
}
