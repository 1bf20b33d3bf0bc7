import type { ReturnContent } from '#shared/contract/vat.ts';
import { ZERO } from '#shared/domain/cents.ts';
import { type Period, parsePeriodKey } from '#shared/domain/period.ts';
import { withoutBalance } from '#shared/vat/balance.ts';
import { asSent } from '#shared/vat/net-negative.ts';
import type { Attachment, GridAmounts, VatReturn } from '#shared/vat/types.ts';
import { declarantOf, type FilingClient } from './client-directory.ts';

export const EMPTY_CONTENT: ReturnContent = { grids: {}, clientListingNihil: false, restitution: false, justifications: [] };

/** @throws RangeError for a key that is none; keys in the database were validated on their way in */
export function periodOf(key: string): Period {
  const period = parsePeriodKey(key);
  if (!period) throw new RangeError('not a period key');
  return period;
}

type Stated = Pick<ReturnContent, 'grids' | 'vatUnit'>;

/** A VAT unit states 00 even when it is nought. */
const stated = ({ grids, vatUnit }: Stated): GridAmounts =>
  (vatUnit && grids['00'] === undefined ? { ...grids, '00': ZERO } : grids) as GridAmounts;

/** The amounts as they are sent: balance computed, zero grids and negative net bases left out. */
export const sentGrids = (content: Stated): GridAmounts => asSent(stated(content)).grids;

/** The return as it would be sent: declarant from the client, and the amounts of `sentGrids`. */
export function toVatReturn(
  content: ReturnContent,
  client: FilingClient,
  periodKey: string,
  attachments: readonly Attachment[] = [],
): VatReturn {
  const { clientListingNihil, restitution, replaces, comment, reference, justifications, deduction } = content;
  return {
    declarant: declarantOf(client),
    period: periodOf(periodKey),
    ...asSent(stated(content)),
    clientListingNihil,
    restitution,
    paymentAttribute: 'omit',
    justifications,
    ...(replaces ? { replaces } : {}),
    ...(comment ? { comment } : {}),
    ...(reference ? { reference } : {}),
    ...(deduction ? { deduction } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/** What a person may go on editing of a return that was read from a file. */
export function toContent(ret: VatReturn): ReturnContent {
  const { clientListingNihil, restitution, replaces, comment, reference, deduction } = ret;
  return {
    grids: { ...withoutBalance(ret.grids) },
    clientListingNihil,
    restitution,
    justifications: ret.justifications.map(({ code, comment: text }) => ({ code, comment: text })),
    // Nobody else states 00 at nought.
    ...(ret.grids['00'] === 0 ? { vatUnit: true } : {}),
    ...(replaces ? { replaces } : {}),
    ...(comment ? { comment } : {}),
    ...(reference ? { reference } : {}),
    ...(deduction ? { deduction: mutable(deduction) } : {}),
  };
}

function mutable(deduction: NonNullable<VatReturn['deduction']>): NonNullable<ReturnContent['deduction']> {
  const { adjustedYear, generalPercentage, specialPercentages, realUse, moreSpecial } = deduction;
  return {
    adjustedYear,
    ...(generalPercentage === undefined ? {} : { generalPercentage }),
    ...(specialPercentages ? { specialPercentages: [...specialPercentages] } : {}),
    ...(realUse ? { realUse: { ...realUse } } : {}),
    ...(moreSpecial ? { moreSpecial } : {}),
  };
}
